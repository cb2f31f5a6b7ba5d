"""allauth's forms in our words; a wrong code counts as a wrong password does."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from samsyn.web.people.login.guessing import count_failure, may_try

_TOO_MANY = _("För många försök. Vänta en stund och försök igen.")

_MISSING = {
    "login": _("Skriv ditt användarnamn."),
    "password": _("Skriv ditt lösenord."),
    "oldpassword": _("Skriv ditt nuvarande lösenord."),
    "password1": _("Skriv ett nytt lösenord."),
    "password2": _("Skriv det nya lösenordet en gång till."),
    "code": _("Skriv koden."),
    "name": _("Skriv ett namn."),
}


def _say(form: forms.Form, **labels: Any) -> None:
    """Give fields our labels; a placeholder that repeats the label only hides what is written."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label, field.help_text = label, ""
        field.widget.attrs.pop("placeholder", None)
        field.error_messages["required"] = _MISSING.get(name, field.error_messages["required"])


def _limit(field: forms.Field) -> None:
    """A name of a hundred signs at most."""
    field.validators.append(MaxLengthValidator(100))
    field.widget.attrs["maxlength"] = 100


class LogInForm(LoginForm):
    """User name and password."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _say(self, login=_("Användarnamn"), password=_("Lösenord"))
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}

    def clean_login(self) -> str:
        """The name as accounts have it."""
        return str(super().clean_login()).casefold()


class NewPasswordForm(ChangePasswordForm):
    """The present password, and a new one twice."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _say(self, oldpassword=_("Nuvarande lösenord"), password1=_("Nytt lösenord"), password2=_("Nytt lösenord igen"))
        self.fields["password1"].help_text = PASSWORD_HELP

    def clean(self) -> Any:
        """A new password is another than the present."""
        data = super().clean()
        if data.get("password1") and data.get("password1") == data.get("oldpassword"):
            self.add_error("password1", _("Välj ett annat lösenord än det du har."))
        return data


PASSWORD_HELP = _("Minst 12 tecken. Några ord som inte hör ihop är lätta att minnas och svåra att gissa.")


class ChosenPasswordForm(forms.Form):
    """A password twice, for who has followed an administrator's link."""

    password1 = forms.CharField(
        label=_("Nytt lösenord"), help_text=PASSWORD_HELP, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    password2 = forms.CharField(
        label=_("Nytt lösenord igen"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, data: Any = None, *, user: Any) -> None:
        super().__init__(data)
        self.user = user
        for name, field in self.fields.items():
            field.error_messages["required"] = _MISSING[name]

    def clean_password1(self) -> str:
        """Hold it against the rules."""
        password: str = self.cleaned_data["password1"]
        validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any] | None:
        """Both must be the same."""
        data = super().clean() or {}
        if data.get("password1") and data.get("password2") and data["password1"] != data["password2"]:
            self.add_error("password2", _("Skriv samma lösenord båda gångerna."))
        return data


class ConfirmByPasswordForm(ReauthenticateForm):
    """The password once more."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _say(self, password=_("Lösenord"))


class _CountedCode:
    """A code of six digits or one from paper; tries are counted together with wrong passwords."""

    fields: dict[str, forms.Field]
    user: Any

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _say(self, code=_("Engångskod"))  # type: ignore[arg-type]
        self.fields["code"].help_text = _("Sex siffror från appen, eller en av dina reservkoder.")
        self.fields["code"].widget.attrs |= {"size": 12, "inputmode": "numeric", "autocomplete": "one-time-code"}

    def clean_code(self) -> str:
        """The code, if it is right and tries remain."""
        if not may_try(context.request, self.user.username):
            raise ValidationError(_TOO_MANY)
        try:
            return str(super().clean_code())  # type: ignore[misc]
        except ValidationError:
            count_failure(context.request, self.user.username)
            raise


class CodeForm(_CountedCode, AuthenticateForm):
    """The second step of a log-in."""


class ConfirmByCodeForm(_CountedCode, ReauthenticateByCodeForm):
    """The same, of someone who is logged in."""


class AddAppForm(ActivateTOTPForm):
    """The first code of an app shows that it has the secret."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _say(self, code=_("Koden som appen visar"))
        self.fields["code"].widget.attrs |= {"size": 12, "inputmode": "numeric"}


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey's name; by default one that can log in alone."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _say(self, name=_("Passnyckelns namn"), passwordless=_("Logga in med bara passnyckeln"))
        self.fields["name"].help_text = _("Så att du känner igen den, till exempel Arbetstelefonen.")
        _limit(self.fields["name"])
        self.fields["passwordless"].help_text = _("Nyckeln frågar då efter fingeravtryck, ansikte eller pinkod.")


class RenamePasskeyForm(EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _say(self, name=_("Passnyckelns namn"))
        _limit(self.fields["name"])
