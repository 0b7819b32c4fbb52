using Research.Data.Own;
using Research.Numerics;

namespace Research.Data.Tests.Own;

public class OwnCheckTests
{
    private static readonly OwnItem[] Good =
    [
        Of("a/1.wav", "wren", "ann"),
        Of("a/2.wav", "robin", "ann"),
        Of("b/1.wav", "wren", "bob"),
    ];

    private static readonly string[] Files = [.. Good.Select(item => item.File)];

    [Fact]
    public void Labels_of_every_file_and_of_two_classes_pass() => OwnCheck.Check(Good, Files, "recordings", grouped: true);

    [Fact]
    public void Each_mistake_is_a_sentence_that_names_what_is_meant()
    {
        Refused([.. Good, Of("c.wav", "", "ann")], [.. Files, "c.wav"], "Without a label: c.wav.");
        Refused([.. Good, Good[0]], Files, "More than once in the labels: a/1.");
        Refused([.. Good, Of("a/1.mp3", "wren", "ann")], [.. Files, "a/1.mp3"], "More than once in the labels: a/1.");
        Refused([.. Good, Of("A/1.wav", "wren", "ann")], [.. Files, "A/1.wav"], "More than once in the labels: a/1.");
        Refused(Good, Files[..2], "In the labels, but not among the recordings: b/1.wav.");
        Refused(Good, [.. Files, "x.wav", "y.wav"], "Among the recordings, but not in the labels: x.wav, y.wav.");
        Refused([.. Good[..2], Good[2] with { Group = "" }], Files, "Without a group: b/1.wav.");
        Refused([.. Good.Select(item => item with { Label = "wren" })], Files, "All 3 recordings have the label 'wren'");
        Refused([.. Good.Select(item => item with { Group = "ann" })], Files, "All 3 recordings are of the group 'ann'");
        Refused([], [], "The labels have no row");
    }

    [Fact]
    public void Parts_are_of_all_or_of_none_and_have_train_and_test()
    {
        Refused(
            [.. Good[..2], Good[2] with { Subset = Subset.Test }],
            Files,
            "Without a part, where others have one: a/1.wav, a/2.wav."
        );
        Refused([.. Good.Select(item => item with { Subset = Subset.Test })], Files, "must have train and test");
        OwnItem[] parted = [.. Good.Select((item, i) => item with { Subset = i == 0 ? Subset.Test : Subset.Train })];
        OwnCheck.Check(parted, Files, "recordings", grouped: true);
    }

    [Fact]
    public void Long_lists_are_cut() =>
        Refused(
            Good,
            [.. Files, .. Enumerable.Range(0, 9).Select(i => $"x{i}.wav")],
            "not in the labels: x0.wav, x1.wav, x2.wav, x3.wav, x4.wav, … (9)."
        );

    [Fact]
    public void Without_groups_nobody_asks_for_two() =>
        OwnCheck.Check([.. Good.Select(item => item with { Group = item.Id })], Files, "recordings", grouped: false);

    private static OwnItem Of(string file, string label, string group) =>
        new(Path.ChangeExtension(file, null), file, label, group, null);

    private static void Refused(OwnItem[] items, string[] files, string words) =>
        Assert.Contains(
            words,
            Assert.Throws<ResearchException>(() => OwnCheck.Check(items, files, "recordings", grouped: true)).Message,
            StringComparison.Ordinal
        );
}
