"""Days of sending and deciding, the state of an approval that has ended, and indexes for work lists."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0002_walls"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="notification",
            name="decided_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="notification",
            name="submitted_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="staffingnotice",
            name="sent_on",
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name="notification",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "utkast"),
                    ("submitted", "inskickad"),
                    ("returned", "åter för komplettering"),
                    ("approved", "godkänd"),
                    ("refused", "avslagen"),
                    ("withdrawn", "återtagen"),
                    ("ended", "upphörd"),
                ],
                default="draft",
                max_length=20,
            ),
        ),
        migrations.AddIndex(
            model_name="accreditation",
            index=models.Index(fields=["team", "first_day", "last_day"], name="accreditation_by_day"),
        ),
        migrations.AddIndex(
            model_name="staffingnotice",
            index=models.Index(fields=["region", "state", "sent_at"], name="notices_waiting"),
        ),
    ]
