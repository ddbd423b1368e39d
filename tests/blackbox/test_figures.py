"""The figures follow what happens: what was sent, held, given up, and how soon pages went."""

from prometheus_client.parser import text_string_to_metric_families


async def figures(world):
    text = (await world.app.metrics()).decode()
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_a_night_is_seen_in_the_figures(world, minh, ha):
    lan = await world.member("Lan", "citizen")
    before = await figures(world)
    world.playground.fail("sendMessage", chat=minh.user.id, retry_after=7)
    world.playground.fail("sendMessage", chat=ha.user.id, status=403)
    await world.receives(lan)
    await world.breathes()
    during = await figures(world)
    assert during["trucban_outbox_messages", "page", "pending"] == 1
    assert (during["trucban_incidents_open", "critical"], during["trucban_ladders_live",]) == (1, 1)
    assert during["trucban_too_many_requests_total",] == 1
    await world.passes(minutes=4)
    await minh.presses("Tôi nhận")
    after = await figures(world)
    assert after["trucban_outbox_messages", "page", "pending"] == 0
    assert after["trucban_ladders_live",] == 0
    assert after["trucban_messages_dead_total", "blocked"] == 1
    sent = "trucban_messages_sent_total", "page"
    assert after[sent] > before[sent]
    waited = after["trucban_page_delay_seconds_bucket", "10.0"]
    at_once = after["trucban_page_delay_seconds_bucket", "5.0"]
    assert waited - at_once == 1
    assert after["trucban_page_delay_seconds_sum",] > 7
    assert after["trucban_well",] == 1


async def test_there_is_nobodys_name_in_them(world, minh):
    lan = await world.member("Lan Rất Riêng", "citizen")
    await world.receives(lan, summary="lời riêng tư")
    await world.settles()
    text = (await world.app.metrics()).decode()
    assert "Minh" not in text
    assert "Riêng" not in text
    assert "riêng" not in text
