"""A form that says which version of a thing its writer had read, so that two tabs or two people do not overwrite."""

from django import forms


class VersionForm(forms.Form):
    """Carries the version, unseen; a form with nothing to fill in may be this alone."""

    version = forms.IntegerField(widget=forms.HiddenInput)
