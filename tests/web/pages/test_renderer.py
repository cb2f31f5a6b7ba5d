"""Django's forms come out as fields of the kit."""

from django import forms

from samsyn.web.pages.fields import DateField
from samsyn.web.pages.forms import SamsynRenderer
from samsyn.web.pages.widgets import DescribedBoxes, DescribedRadios


class Each(forms.Form):
    """One of each kind."""

    default_renderer = SamsynRenderer

    name = forms.CharField(label="Namn", help_text="Som i journalen.")
    note = forms.CharField(label="Anteckning", required=False, widget=forms.Textarea(attrs={"class": "tall"}))
    day = DateField(label="Dag")
    level = forms.ChoiceField(
        label="Nivå", choices=[("1", "MMR1"), ("2", "MMR2")], widget=DescribedRadios({"1": "Lätt"})
    )
    boxes = forms.MultipleChoiceField(label="Intyg", choices=[("a", "A")], widget=DescribedBoxes(), required=False)
    kind = forms.ChoiceField(label="Slag", choices=[("x", "X")])
    sure = forms.BooleanField(label="Säkert", required=False)
    secret = forms.CharField(widget=forms.HiddenInput)


def test_every_widget_has_the_class_of_the_kit_and_keeps_its_own() -> None:
    form = Each()
    assert 'class="ds-input"' in str(form["name"])
    assert 'class="ds-input tall"' in str(form["note"])
    assert "<select" in str(form["kind"])
    assert 'class="ds-input"' in str(form["kind"])
    assert "<option" in str(form["kind"])
    assert 'value="x" class' not in str(form["kind"])
    assert str(form["level"]).count('class="ds-input"') == 2
    assert "ds-input" not in str(form["secret"])


def test_a_field_ties_label_description_and_error_to_its_input() -> None:
    field = Each({})["name"].as_field_group()
    assert '<label class="ds-label" for="id_name">Namn</label>' in field
    assert 'id="id_name_helptext">Som i journalen.</p>' in field
    assert 'aria-describedby="id_name_helptext id_name_error"' in field
    assert 'aria-invalid="true"' in field
    assert '<div id="id_name_error" data-field="validation"><p class="ds-validation-message">' in field


def test_only_what_is_optional_says_so() -> None:
    form = Each()
    assert "(frivilligt)" in form["note"].as_field_group()
    assert "(frivilligt)" in form["boxes"].as_field_group()
    assert "frivilligt" not in form["name"].as_field_group()
    assert "frivilligt" not in form["sure"].as_field_group()
    form.say_optional = False  # type: ignore[attr-defined]
    assert "frivilligt" not in form["note"].as_field_group()


def test_choices_are_a_fieldset_and_descriptions_are_read_with_their_choice() -> None:
    group = Each()["level"].as_field_group()
    assert '<legend class="ds-label">Nivå</legend>' in group
    assert '<label class="ds-label" for="id_level_0">MMR1</label>' in group
    assert 'id="id_level_0_description">Lätt</p>' in group
    assert 'aria-describedby="id_level_0_description"' in group
    assert "id_level_1_description" not in group
    assert group.count("<label") == 2


def test_a_date_shows_an_example() -> None:
    assert "Till exempel 2019-03-01" in Each()["day"].as_field_group()


def test_a_whole_form_has_each_field_once_and_the_hidden_ones() -> None:
    whole = str(Each())
    assert whole.count('name="secret"') == 1
    assert [name for name in Each.base_fields if f'name="{name}"' not in whole] == []


def test_what_a_user_wrote_is_escaped() -> None:
    assert "<script>" not in str(Each({"name": "<script>", "level": "<script>"}))
