using Research.Data;
using Research.Data.Classes;
using Research.Data.Splits;
using Research.Evaluation.Trials;
using Research.Features.Images;
using Research.Models.GeneratedSets;
using Research.Models.Networks.Generative;
using Research.Models.Networks.Generative.Augmentation;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Checkpoints;
using Research.Results.Trials;

namespace Research.Evaluation.Tests.Trials;

public class GanTrialTests
{
    private const int Side = 16;
    private const int Blocks = 4; // features: the mean of each colour in 4×4 blocks

    private static readonly Dataset Data = MakeData();

    [Fact]
    public void What_it_makes_comes_near_the_class_that_it_learned()
    {
        GanTrial trial = Trial with { KeepsModel = true };
        TrialResult result = Run(trial);
        GeneratedFile made = Read(result);
        Assert.Equal(40, made.Pictures.Count);
        Assert.All(made.Pictures, picture => Assert.Equal((3, Side, Side), (picture.Channels, picture.Height, picture.Width)));
        using var untrained = new StyleGanGenerator(trial.Gan.Networks, Rng.For(trial.Seed, "gan/generator"));
        Image[] before = Made(untrained, trial.Seed);
        Matrix low = Features("low");
        double distance = FrechetDistance.Of(low, Features(made.Pictures));
        Assert.True(distance < FrechetDistance.Of(low, Features(before)) / 4, $"{distance}");
        Assert.True(distance < FrechetDistance.Of(Features("high"), Features(made.Pictures)) / 2, $"{distance}");
        using var trained = new StyleGanGenerator(trial.Gan.Networks, Rng.For(0, "t"));
        ModelFile.Read(trained, made.Weights);
        Assert.Equal(made.Pictures.Select(own => own.Bytes), Made(trained, trial.Seed).Select(own => own.Bytes));
    }

    [Fact]
    public void The_history_has_losses_and_the_augmentation_s_probability()
    {
        GanTrial trial = Trial with { Epochs = 2 };
        TrialResult result = Run(trial);
        Assert.Equal(2, result.Curve!.Epochs.Count);
        double[] probability = result.Curve.Of(GanMetrics.AugmentationProbability);
        Assert.All(probability, p => Assert.InRange(p, 0, 1));
        Assert.NotEqual(probability[0], probability[1]);
        Assert.Empty(Read(result).Weights);
        Assert.Equal("pictures/tiny/low/a split/seed 3", trial.Description);
        TrialResult read = Reread(result);
        Assert.Equal(result.Model, read.Model);
        Assert.Equal(result.Curve.Epochs, read.Curve!.Epochs);
    }

    [Fact]
    public void A_trial_that_is_stopped_goes_on_to_the_same_bits()
    {
        GanTrial trial = Trial with { Epochs = 3 };
        TrialResult whole = Run(trial);
        using var folder = new TemporaryFolder();
        Assert.Throws<OperationCanceledException>(() => Run(trial, folder, stopAt: 0.5));
        TrialResult resumed = Run(trial, folder);
        Assert.Equal(whole.Model, resumed.Model);
        Assert.Equal(whole.Curve!.Epochs, resumed.Curve!.Epochs);
    }

    // Test items without a spectrogram would be noticed if they were drawn.
    [Fact]
    public void Validation_items_are_learned_and_test_items_are_not()
    {
        TrainValidationTest split = Trial.Pictures.Protocol.Of(SplitItems.Of(Data), Trial.Seed);
        GanTrial brief = Trial with { Epochs = 1, Generated = 1 };
        Assert.Equal(Run(brief).Model, Run(brief, Silenced(split.Test)).Model);
        Assert.NotEqual(Run(brief).Model, Run(brief, Silenced(split.Validation)).Model);
        Assert.NotEqual(Run(brief).Model, Run(brief, Silenced(split.Train)).Model);
    }

    [Fact]
    public void Settings_and_labels_that_do_not_fit_are_refused()
    {
        Assert.Contains(
            "no training or validation item labelled 'green'; its labels are low, high",
            Refusal(Trial with { Label = "green" }),
            StringComparison.Ordinal
        );
        GanTrial grey = Trial with { Gan = Trial.Gan with { Networks = Trial.Gan.Networks with { PictureChannels = 1 } } };
        Assert.Contains("A generator of 1 channels", Refusal(grey), StringComparison.Ordinal);
        Assert.Contains("do not show all 30 of 'low'", Refusal(Trial with { PicturesAnEpoch = 28 }), StringComparison.Ordinal);
        Assert.Contains("do not fall into batches of 4", Refusal(Trial with { PicturesAnEpoch = 10 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_made_of_a_part_of_a_set()
    {
        TrialResult result = Run(Trial with { Pictures = Trial.Pictures with { FewestItems = 41 } });
        Assert.Null(result.Model);
        Assert.Null(result.Curve);
    }

    // Everything is 'all', so that both labels are learned from.
    [Fact]
    public void A_rule_says_what_an_item_is_labelled()
    {
        var rule = new TargetCut
        {
            Name = "all",
            Sets = [],
            Target = "level",
            Bounds = [],
            Classes = ["all"],
        };
        GanTrial ruled = Trial with
        {
            Pictures = Trial.Pictures with { Classes = rule },
            Label = "all",
            Epochs = 1,
            PicturesAnEpoch = 80,
            Generated = 1,
        };
        TrainValidationTest split = Trial.Pictures.Protocol.Of(SplitItems.Of(rule.Of(Data)), Trial.Seed);
        int high = split.Train.First(i => Data.Items[i].Label == "high");
        Assert.NotEqual(Run(ruled).Model, Run(ruled, Silenced([high])).Model);
    }

    private static Matrix[] Silenced(int[] items) =>
        [.. Data.Items.Select((item, i) => items.Contains(i) ? new Matrix(Side, Side) : item.Matrix)];

    private static GanTrial Trial =>
        new()
        {
            Pictures = TinyPictures.Set(new Given { Data = Samples.Named(Data.Id) }),
            Label = "low",
            VariantName = "tiny",
            Gan = GanSettings.Small64 with
            {
                Networks = StyleGanSettings.Small64 with { Resolution = Side, ChannelBase = 128, MostChannels = 16, Latent = 16 },
                BatchSize = 4,
                LearningRate = 0.005,
                R1Gamma = 0.05,
                AverageHalfLife = 50,
                AverageRampUp = 0.2,
                Augmentation = AugmentationSettings.Published(
                    new()
                    {
                        Target = 0.6,
                        Interval = 2,
                        PicturesToOne = 1_000,
                        Initial = 0,
                    }
                ),
            },
            Epochs = 60,
            PicturesAnEpoch = 40,
            Generated = 40,
            Truncation = 1,
            KeepsModel = false,
            Seed = 3,
        };

    private static string Refusal(GanTrial trial) => Assert.ThrowsAny<Exception>(() => Run(trial)).Message;

    private static GeneratedFile Read(TrialResult result)
    {
        using var reader = new BinaryReader(new MemoryStream(result.Model!));
        return GeneratedFile.Read(reader);
    }

    private static TrialResult Reread(TrialResult result)
    {
        var files = new Dictionary<string, byte[]>();
        TrialFiles.Write(result, files.Add);
        return TrialFiles.Read(files.GetValueOrDefault);
    }

    private static Image[] Made(StyleGanGenerator generator, ulong seed) =>
        [.. GeneratedPictures.Of(generator, 40, 1, seed).Select(planes => GeneratedFile.ImageOf(planes, 3, Side))];

    private static Matrix Features(IReadOnlyList<Image> pictures) => Matrix.OfRows([.. pictures.Select(Means)]);

    private static Matrix Features(string label) =>
        Features([.. Data.Items.Where(item => item.Label == label).Select(item => SpectrogramPicture.Of(item.Matrix))]);

    private static double[] Means(Image picture) =>
        [
            .. from block in Enumerable.Range(0, Blocks * Blocks)
            from colour in Enumerable.Range(0, 3)
            select Enumerable.Range(0, 16).Average(i => (double)picture.Bytes[(3 * Pixel(block, i)) + colour]),
        ];

    private static int Pixel(int block, int i) => (((block / Blocks * 4) + (i / 4)) * Side) + (block % Blocks * 4) + (i % 4);

    private static TrialResult Run(GanTrial trial, Matrix[]? levels = null)
    {
        using var folder = new TemporaryFolder();
        return Run(trial, folder, levels: levels);
    }

    private static TrialResult Run(GanTrial trial, TemporaryFolder folder, double stopAt = 2, Matrix[]? levels = null) =>
        trial.Run(
            new TrialInputs
            {
                Trial = trial,
                Opening = _ => Data,
                Reading = _ => levels ?? [.. Data.Items.Select(item => item.Matrix)],
                Using = _ => throw new InvalidOperationException("It uses no other trial."),
                Checkpoints = new FileCheckpoints(folder.Path, TimeSpan.Zero),
                Progress = share =>
                {
                    if (share > stopAt)
                    {
                        throw new OperationCanceledException();
                    }
                },
            }
        );

    // A loud band among the low or the high ones, and a click at a time of its own.
    private static Dataset MakeData()
    {
        var rng = Rng.For(1, "tests/spectrograms");
        Item[] items =
        [
            .. Enumerable
                .Range(0, 40)
                .Select(i =>
                {
                    bool high = i % 2 == 1;
                    int click = rng.NextInt(Side);
                    var levels = new Matrix(Side, Side);
                    for (int frame = 0; frame < Side; frame++)
                    {
                        levels.Row(frame).Fill(frame == click ? 120 : 20);
                        levels.Row(frame).Slice(high ? 10 : 2, 4).Fill(220);
                    }

                    return new Item(
                        FormattableString.Invariant($"item {i:00}"),
                        high ? "high" : "low",
                        "g",
                        null,
                        new MatrixContent(levels)
                    )
                    {
                        Targets = new Dictionary<string, double> { ["level"] = 1 },
                    };
                }),
        ];
        return new Dataset("pictures", "1", "", Synthetic: true, items);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("research-test-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    private sealed record Given : FeatureSet
    {
        public override string Name => "given";

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => [.. inputs.Data.Items.Select(item => item.Matrix)];
    }
}
