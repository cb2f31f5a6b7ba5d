"""Each row of the logs becomes a link of a chain. Altered tables get their guards anew."""

from django.db import migrations, models

from samsyn.web.audit.walls import append_only, guards_off


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_walls"),
    ]

    operations = [
        guards_off("audit_accessentry"),
        guards_off("audit_auditevent"),
        migrations.CreateModel(
            name="ChainHead",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("place", models.PositiveBigIntegerField(default=0)),
                ("seal", models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.AddField(
            model_name="accessentry",
            name="chain",
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="accessentry",
            name="place",
            field=models.PositiveBigIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="accessentry",
            name="seal",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="auditevent",
            name="chain",
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="auditevent",
            name="place",
            field=models.PositiveBigIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="auditevent",
            name="seal",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddConstraint(
            model_name="accessentry",
            constraint=models.UniqueConstraint(fields=("chain", "place"), name="access_one_link_a_place"),
        ),
        migrations.AddConstraint(
            model_name="auditevent",
            constraint=models.UniqueConstraint(fields=("chain", "place"), name="event_one_link_a_place"),
        ),
        append_only("audit_accessentry"),
        append_only("audit_auditevent"),
    ]
