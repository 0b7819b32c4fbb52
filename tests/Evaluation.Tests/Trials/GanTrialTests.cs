using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.Trials;
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
    private const int Blocks = 4; // features: the mean of each of 4×4 blocks of each colour

    private static readonly Dataset Data = MakeData();

    [Fact]
    public void What_it_makes_comes_near_the_class_that_it_learned()
    {
        GanTrial trial = Trial with { KeepsModel = true };
        TrialResult result = Run(trial);
        GeneratedFile made = Read(result);
        Assert.Equal((3, Side, 40), (made.Channels, made.Side, made.Pictures.Count));
        using var untrained = new StyleGanGenerator(trial.Gan.Networks, Rng.For(trial.Seed, "gan/generator"));
        var before = GeneratedFile.Of(3, Side, GeneratedPictures.Of(untrained, 40, 1, trial.Seed), []);
        Matrix red = Features("red");
        double distance = FrechetDistance.Of(red, Features(made));
        Assert.True(distance < FrechetDistance.Of(red, Features(before)) / 4, $"{distance}");
        Assert.True(distance < FrechetDistance.Of(Features("blue"), Features(made)) / 4, $"{distance}");
        using var trained = new StyleGanGenerator(trial.Gan.Networks, Rng.For(0, "t"));
        ModelFile.Read(trained, made.Weights);
        Assert.Equal(made.Pictures, GeneratedFile.Of(3, Side, GeneratedPictures.Of(trained, 40, 1, trial.Seed), []).Pictures);
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
        Assert.Equal("pictures/tiny/red/a split/seed 3", trial.Description);
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

    [Fact]
    public void Validation_items_are_learned_and_test_items_are_not()
    {
        TrainValidationTest split = Trial.Protocol.Of(SplitItems.Of(Data), Trial.Seed);
        Assert.NotNull(Run(Trial with { Epochs = 1, Generated = 1 }, Spoilt(split.Test)).Model);
        int first = split.Validation.First(i => Data.Items[i].Label == "red");
        string message = Assert.Throws<ResearchException>(() => Run(Trial with { Epochs = 1 }, Spoilt(split.Validation))).Message;
        Assert.Contains($"'{Data.Items[first].Id}' holds 999", message, StringComparison.Ordinal);
    }

    // The pictures of some items have a value that is refused where it is looked at.
    private static Matrix[] Spoilt(int[] items)
    {
        Matrix[] pictures = [.. Data.Items.Select((item, i) => items.Contains(i) ? new Matrix(3 * Side, Side) : item.Matrix)];
        Array.ForEach(items, i => pictures[i][20, 5] = 999);
        return pictures;
    }

    [Fact]
    public void A_class_that_is_not_there_a_picture_of_another_size_and_a_value_outside_are_named()
    {
        Assert.Contains(
            "no training or validation item labelled 'green'; its labels are red, blue",
            Refusal(Trial with { Label = "green" }),
            StringComparison.Ordinal
        );
        GanTrial large = Trial with { Gan = Trial.Gan with { Networks = Trial.Gan.Networks with { Resolution = 32 } } };
        Assert.Contains("has 48 rows and 16 columns; the network needs 96 and 32", Refusal(large), StringComparison.Ordinal);
        Assert.Contains(
            "in row 0, column 0; its values go from 0 to 100",
            Refusal(Trial with { Lightest = 100 }),
            StringComparison.Ordinal
        );
        Assert.Contains("do not fall into batches of 4", Refusal(Trial with { PicturesAnEpoch = 10 }), StringComparison.Ordinal);
    }

    private static GanTrial Trial =>
        new()
        {
            Pictures = new Given { Data = Samples.Named(Data.Id) },
            Darkest = 0,
            Lightest = 255,
            Protocol = new RandomSplit
            {
                Test = Holdout.Stratified(0.25, "tests/test"),
                Validation = Holdout.Stratified(1 / 3.0, "tests/validation"),
            },
            SplitName = "a split",
            Label = "red",
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
            Epochs = 12,
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

    private static Matrix Features(GeneratedFile made) =>
        Matrix.OfRows([.. made.Pictures.Select((_, i) => Means(made.ToMatrix(i, 0, 255)))]);

    private static Matrix Features(string label) =>
        Matrix.OfRows([.. Data.Items.Where(item => item.Label == label).Select(item => Means(item.Matrix))]);

    private static double[] Means(Matrix picture) =>
        [
            .. from row in Enumerable.Range(0, 3 * Blocks)
            from column in Enumerable.Range(0, Blocks)
            select Enumerable.Range(0, 16).Average(i => picture[(row * 4) + (i / 4), (column * 4) + (i % 4)]),
        ];

    private static TrialResult Run(GanTrial trial, Matrix[]? pictures = null)
    {
        using var folder = new TemporaryFolder();
        return Run(trial, folder, pictures: pictures);
    }

    private static TrialResult Run(GanTrial trial, TemporaryFolder folder, double stopAt = 2, Matrix[]? pictures = null) =>
        trial.Run(
            new TrialInputs
            {
                Trial = trial,
                Opening = _ => Data,
                Reading = _ => pictures ?? [.. Data.Items.Select(item => item.Matrix)],
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

    // Red or blue, with a light line at a height of its own.
    private static Dataset MakeData()
    {
        var rng = Rng.For(1, "tests/colours");
        Item[] items =
        [
            .. Enumerable
                .Range(0, 40)
                .Select(i =>
                {
                    bool blue = i % 2 == 1;
                    int line = rng.NextInt(Side);
                    var picture = new Matrix(3 * Side, Side);
                    for (int row = 0; row < 3 * Side; row++)
                    {
                        bool own = row / Side == (blue ? 2 : 0);
                        picture
                            .Row(row)
                            .Fill(
                                row % Side == line ? 250
                                : own ? 210
                                : 30
                            );
                    }

                    return new Item(
                        FormattableString.Invariant($"item {i:00}"),
                        blue ? "blue" : "red",
                        "g",
                        null,
                        new MatrixContent(picture)
                    );
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
