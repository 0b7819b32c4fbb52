using Research.Data;
using Research.Evaluation.FrontEnds;
using Research.Evaluation.Trials;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Trials;

public class GeneratedSetTrialTests
{
    private static readonly GeneratedSetTrial Trial = new()
    {
        Generator = TinyPictures.Generator("low"),
        Network = PretrainedNetwork.SqueezeNet11.FromScratch(),
        Side = 32,
        Neighbour = 3,
        Shown = 2,
    };

    private static readonly int[] Learned =
    [
        .. TinyPictures.Split(3).Train.Concat(TinyPictures.Split(3).Validation).Order().Where(i => i % 2 == 0),
    ];

    [Fact]
    public void Copies_of_what_was_learned_are_found_with_their_models()
    {
        TrialResult result = Of(TinyPictures.Of(Learned.Reverse()));
        Assert.Equal(12, result.Number(GeneratedSetTrial.LearnedItems));
        Assert.Equal(4, result.Number(GeneratedSetTrial.UnseenItems));
        Assert.Equal(1, result.Number(GeneratedSetTrial.Copied));
        Assert.Equal(1, result.Number(GeneratedSetTrial.Precision));
        Assert.Equal(1, result.Number(GeneratedSetTrial.Recall));
        for (int k = 0; k < 2; k++)
        {
            IReadOnlyList<double> nearest = result.Numbers[GeneratedSetTrial.Nearest(k)];
            Assert.Equal((Learned[^(k + 1)], 0.0), ((int)nearest[0], nearest[1]));
            Assert.True(nearest[2] > 0);
            Assert.Equal(result.Numbers[GeneratedSetTrial.Picture(k)], result.Numbers[GeneratedSetTrial.NearestPicture(k)]);
        }

        Assert.False(result.Numbers.ContainsKey(GeneratedSetTrial.Picture(2)));
    }

    [Fact]
    public void New_pictures_of_the_class_are_no_copies_and_nearer_than_those_of_another()
    {
        TrialResult own = Of(TinyPictures.Made("low"));
        TrialResult other = Of(TinyPictures.Made("high"));
        Assert.InRange(own.Number(GeneratedSetTrial.Copied), 0, 0.8);
        Assert.True(own.Number(GeneratedSetTrial.Frechet) < other.Number(GeneratedSetTrial.Frechet) / 2);
        Assert.Equal(0, other.Number(GeneratedSetTrial.Precision));
        string unseen = GeneratedSetTrial.OfUnseen(GeneratedSetTrial.Frechet);
        Assert.Equal(own.Number(unseen), other.Number(unseen));
        Assert.InRange(own.Number(unseen), 1e-9, other.Number(GeneratedSetTrial.Frechet) / 2);
    }

    [Fact]
    public void Levels_of_shown_pictures_are_grey_bytes()
    {
        IReadOnlyList<double> levels = Of(TinyPictures.Made("low")).Numbers[GeneratedSetTrial.Picture(0)];
        Assert.Equal(TinyPictures.Side * TinyPictures.Side, levels.Count);
        Assert.All(levels, level => Assert.Equal(Math.Clamp(Math.Floor(level), 0, 255), level));
        Assert.True(levels.Take(levels.Count / 2).Average() < levels.Skip(levels.Count / 2).Average()); // loud below
    }

    [Fact]
    public void Of_nothing_made_nothing_is_measured() => Assert.Empty(TinyPictures.Run(Trial, _ => new TrialResult()).Numbers);

    private static TrialResult Of(Image[] made) => TinyPictures.Run(Trial, _ => TinyPictures.Result(made));
}
