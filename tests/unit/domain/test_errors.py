from bot.domain.errors import Refused


def test_a_refusal_names_its_sentence_and_what_fills_it_in():
    refusal = Refused("refused-already-taken", owner=7)
    assert refusal.text_id == "refused-already-taken"
    assert refusal.params == {"owner": 7}
    assert str(refusal) == "refused-already-taken (owner=7)"


def test_a_refusal_without_facts_reads_as_its_sentence():
    assert str(Refused("refused-not-yours")) == "refused-not-yours"
