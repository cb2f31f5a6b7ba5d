"""Keys by which people already there are found and sorted, and the table of the cache that all processes share."""

from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from samsyn.kernel.swedish import search_key, sort_key


def fill_keys(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    people = apps.get_model("people", "User").objects.using(schema.connection.alias)
    for user in people.filter(sort_key="").iterator():
        user.search_key = search_key(f"{user.name} {user.username} {user.hsa_id or ''}")[:500]
        user.sort_key = sort_key(user.name)[:500]
        user.save(update_fields=["search_key", "sort_key"])


def make_cache_table(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    call_command("createcachetable", database=schema.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_login")]
    operations = [
        migrations.RunPython(fill_keys, migrations.RunPython.noop),
        migrations.RunPython(make_cache_table, migrations.RunPython.noop),
    ]
