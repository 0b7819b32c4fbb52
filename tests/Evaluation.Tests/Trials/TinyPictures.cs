using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Trials;
using Research.Features.Images;
using Research.Models.Networks.Generative;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Checkpoints;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Trials;

/// <summary>Thirty-two small spectrograms, loud below or above, with generators whose pictures are given by hand.</summary>
internal static class TinyPictures
{
    public const int Side = 16;

    public static Dataset Data { get; } =
        new(
            "pictures",
            "1",
            "",
            Synthetic: true,
            [
                .. Levels("tests/pictures", 32)
                    .Select(
                        (levels, i) =>
                            new Item(
                                FormattableString.Invariant($"item {i:00}"),
                                LabelOf(i),
                                "g",
                                null,
                                new MatrixContent(levels)
                            )
                    ),
            ]
        );

    /// <summary>A quarter of the items is tested, a third of the others validates; each with the class that its dataset names.</summary>
    public static PictureSet Set(FeatureSet levels) =>
        new()
        {
            Levels = levels,
            Protocol = new RandomSplit
            {
                Test = Holdout.Stratified(0.25, "tests/test"),
                Validation = Holdout.Stratified(1 / 3.0, "tests/validation"),
            },
            SplitName = "a split",
            Classes = null,
            FewestItems = 1,
        };

    public static GanTrial Generator(string label) =>
        new()
        {
            Pictures = Set(new Given { Data = Samples.Named(Data.Id) }),
            Label = label,
            VariantName = "tiny",
            Gan = GanSettings.Small64 with { Networks = StyleGanSettings.Small64 with { Resolution = Side } },
            Epochs = 1,
            PicturesAnEpoch = 40,
            Generated = 12,
            Truncation = 1,
            KeepsModel = false,
            Seed = 3,
        };

    public static TrainValidationTest Split(ulong seed) => Generator("low").Pictures.Protocol.Of(SplitItems.Of(Data), seed);

    /// <summary>New pictures of a class.</summary>
    public static Image[] Made(string label) =>
        [.. Levels("tests/made", 24).Where((_, i) => LabelOf(i) == label).Select(SpectrogramPicture.Of)];

    /// <summary>The pictures of items.</summary>
    public static Image[] Of(IEnumerable<int> items) => [.. items.Select(i => SpectrogramPicture.Of(Data.Items[i].Matrix))];

    /// <summary>Levels of all items, those of some replaced by silence.</summary>
    public static Matrix[] Silenced(params IEnumerable<int> items) =>
        [.. Data.Items.Select((item, i) => items.Contains(i) ? new Matrix(Side, Side) : item.Matrix)];

    /// <param name="made">What a generator made.</param>
    public static TrialResult Run(
        Trial trial,
        Func<GanTrial, TrialResult> made,
        Matrix[]? levels = null,
        string? folder = null,
        double stopAt = 2
    )
    {
        string own = folder ?? Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            return trial.Run(
                new TrialInputs
                {
                    Trial = trial,
                    Opening = _ => Data,
                    Reading = _ => levels ?? Silenced(),
                    Using = k => made((GanTrial)trial.Uses[k]),
                    Checkpoints = new FileCheckpoints(own, TimeSpan.Zero),
                    Progress = share =>
                    {
                        if (share > stopAt)
                        {
                            throw new OperationCanceledException();
                        }
                    },
                }
            );
        }
        finally
        {
            if (folder is null)
            {
                Directory.Delete(own, recursive: true);
            }
        }
    }

    public static TrialResult Result(params IReadOnlyList<Image> pictures) =>
        new() { Model = new GeneratedFile(pictures, []).Write() };

    private static string LabelOf(int i) => i % 2 == 1 ? "high" : "low";

    private static Matrix[] Levels(string stream, int count)
    {
        var rng = Rng.For(1, stream);
        var all = new Matrix[count];
        for (int i = 0; i < count; i++)
        {
            all[i] = new Matrix(Side, Side);
            for (int k = 0; k < all[i].Values.Length; k++)
            {
                bool loud = k % Side >= Side / 2 == (i % 2 == 1);
                all[i].Values[k] = rng.NextInt(60) + (loud ? 180 : 0);
            }
        }

        return all;
    }

    private sealed record Given : FeatureSet
    {
        public override string Name => "given";

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => [.. inputs.Data.Items.Select(item => item.Matrix)];
    }
}
