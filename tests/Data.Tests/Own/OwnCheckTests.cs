using Research.Data.Own;
using Research.Numerics;

namespace Research.Data.Tests.Own;

public class OwnCheckTests
{
    private static readonly OwnItem[] Good =
    [
        new("a/1.wav", "wren", "ann", null),
        new("a/2.wav", "robin", "ann", null),
        new("b/1.wav", "wren", "bob", null),
    ];

    private static readonly string[] Files = [.. Good.Select(item => item.File)];

    [Fact]
    public void Labels_of_every_file_and_of_two_classes_pass() => OwnCheck.Check(Good, Files, grouped: true);

    [Fact]
    public void Each_mistake_is_a_sentence_that_names_what_is_meant()
    {
        Refused([.. Good, new("c.wav", "", "ann", null)], [.. Files, "c.wav"], "1 recordings have no label: c.wav.");
        Refused([.. Good, Good[0]], Files, "1 recordings are there twice: a/1.");
        Refused([.. Good, new("a/1.mp3", "wren", "ann", null)], [.. Files, "a/1.mp3"], "are there twice: a/1.");
        Refused(Good, Files[..2], "1 recordings are in the labels and not in the folder: b/1.wav.");
        Refused(Good, [.. Files, "x.wav", "y.wav"], "2 recordings are in the folder and not in the labels: x.wav, y.wav.");
        Refused([.. Good[..2], Good[2] with { Group = "" }], Files, "1 recordings have no group: b/1.wav.");
        Refused([.. Good.Select(item => item with { Label = "wren" })], Files, "All 3 recordings have the label 'wren'");
        Refused([.. Good.Select(item => item with { Group = "ann" })], Files, "All 3 recordings are of the group 'ann'");
        Refused([], [], "The labels have no row");
    }

    [Fact]
    public void Long_lists_are_cut() =>
        Refused(Good, [.. Files, .. Enumerable.Range(0, 9).Select(i => $"x{i}.wav")], "9 recordings are in the folder and not in the labels: x0.wav, x1.wav, x2.wav, x3.wav, x4.wav, …");

    [Fact]
    public void Without_groups_nobody_asks_for_two() =>
        OwnCheck.Check([.. Good.Select(item => item with { Group = item.File })], Files, grouped: false);

    private static void Refused(OwnItem[] items, string[] files, string words) =>
        Assert.Contains(
            words,
            Assert.Throws<ResearchException>(() => OwnCheck.Check(items, files, grouped: true)).Message,
            StringComparison.Ordinal
        );
}
