using Research.Data.Datasets;
using Research.Tests;

namespace Research.Data.Tests.Datasets;

public class PianoEmotionTests
{
    [Fact]
    public void Three_sets_have_one_scale_quadrants_and_groups_of_their_own()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(
            folder.File("labels.csv"),
            ["file,clip,song,quadrant,arousal,valence,split", "midis/b.mid,Q2_b_0,b,Q2,1,-1,val"]
        );
        File.WriteAllLines(
            folder.File("labels_by_piece.csv"),
            ["file,valence,arousal", "midi/Xeno_PS1_Xenogears_Boss.mid,0.25,-0.5"]
        );
        File.WriteAllLines(
            folder.File("index.csv"),
            [
                "type,number,valence,arousal,midi,audio",
                "pop,1,-5,7,midi/pop-01.mid,",
                "pop,2,0,7,midi/pop-02.mid,",
                "pop,3,2,5,midi/pop-03.mid,",
            ]
        );
        IReadOnlyList<Item> items = PianoEmotion.Read(folder.Path);
        Assert.Equal(
            [
                ("emopia/Q2_b_0", "Q2", "emopia/b", Subset.Validation),
                ("memomusic/pop-01", "Q2", "memomusic/pop-01", null),
                ("memomusic/pop-02", null, "memomusic/pop-02", null),
                ("memomusic/pop-03", null, "memomusic/pop-03", null),
                ("vgmidi/Xeno_PS1_Xenogears_Boss", "Q4", "vgmidi/Xeno", null),
            ],
            items.Select(item => (item.Id, item.Label, item.Group, item.Subset))
        );
        Assert.Equal([-1, -1, 0, 0.4, 0.25], items.Select(item => item.Targets["valence"]));
        Assert.Equal([1, 0.4, 0.4, 0, -0.5], items.Select(item => item.Targets["arousal"]));
    }

    // SOURCE of VGMIDI counts its quadrants by signs: 75, 39, 21 and 65; EMOPIA's table has 250, 265, 253 and 310.
    [Theory]
    [InlineData(PianoEmotion.Emopia, 250, 265, 253, 310)]
    [InlineData(PianoEmotion.Vgmidi, 75, 39, 21, 65)]
    public void The_quadrants_of_a_set_are_as_many_as_its_source_says(string set, params int[] counts)
    {
        IReadOnlyList<Item> items = PianoEmotion.Read(RealData.Folder("piano-emotion"));
        Assert.Equal(1457, items.Count);
        Item[] own = [.. items.Where(item => item.Id.StartsWith(set + "/", StringComparison.Ordinal))];
        Assert.Equal(
            counts,
            own.CountBy(item => item.Label!).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)
        );
        Assert.All(items, item => Assert.All(item.Targets.Values, value => Assert.InRange(value, -1, 1)));
    }
}
