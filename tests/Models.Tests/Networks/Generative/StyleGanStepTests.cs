using Research.Models.Checkpoints;
using Research.Models.Networks.Generative;
using Research.Models.Networks.Generative.Augmentation;
using Research.Models.Tests.Training;
using Research.Models.Training;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative;

public class StyleGanStepTests
{
    private const int Side = 16;

    private static readonly GanSettings Settings = GanSettings.Small64 with
    {
        Networks = StyleGanSettings.Small64 with { Resolution = Side, ChannelBase = 128, MostChannels = 16, Latent = 16 },
        BatchSize = 4,
        LearningRate = 0.005,
        R1Gamma = 0.05,
        R1Interval = 4,
        PathLengthInterval = 3,
        AverageHalfLife = 50,
        AverageRampUp = 0.2,
        Augmentation = AugmentationSettings.Published(
            new()
            {
                Target = 0.6,
                Interval = 2,
                PicturesToOne = 400,
                Initial = 0.1,
            }
        ),
    };

    [Fact]
    public void Generated_pictures_take_on_the_colour_of_the_real_ones()
    {
        using StyleGanStep step = Step(Settings);
        double before = ColourError(step);
        History history = Train(step, epochs: 8, NoCheckpoints.Instance);
        double after = ColourError(step);
        Assert.True(after < before / 3, $"from {before} to {after}");
        Assert.True(after < 0.2, $"{after}");
        Assert.NotEqual(0.1, history.Epochs[^1].Values[GanMetrics.AugmentationProbability]);
    }

    [Fact]
    public void A_training_that_is_stopped_between_penalties_goes_on_to_the_same_bits()
    {
        using StyleGanStep whole = Step(Settings);
        History all = Train(whole, epochs: 3, NoCheckpoints.Instance);
        var kept = new MemoryCheckpoints();
        using StyleGanStep first = Step(Settings);
        Assert.Throws<OperationCanceledException>(() => Train(first, 3, kept, stopAfter: 2));
        using StyleGanStep second = Step(Settings);
        History resumed = Train(second, epochs: 3, kept);
        Assert.Equal(all.Epochs, resumed.Epochs);
        Assert.Equal(All(whole), All(second));
    }

    [Fact]
    public void Other_seeds_draw_other_pictures_and_fewer_pictures_are_the_first_of_more()
    {
        using StyleGanStep step = Step(Settings);
        IReadOnlyList<float[]> many = GeneratedPictures.Of(step.Average, 11, 0.7, 5);
        Assert.Equal(11, many.Count);
        Assert.Equal(many.Take(3), GeneratedPictures.Of(step.Average, 3, 0.7, 5));
        Assert.NotEqual(many[0], GeneratedPictures.Of(step.Average, 1, 0.7, 6)[0]);
        Assert.All(many, picture => Assert.InRange(picture.Max(Math.Abs), 0, 1));
    }

    [Fact]
    public void The_discriminator_learns_nothing_from_the_generator_s_turn()
    {
        using StyleGanStep step = Step(Settings with { R1Gamma = 0, PathLengthWeight = 0, Augmentation = null });
        MetricValues values = step.Step([0, 1, 2, 3]);
        Assert.Equal(0, values[GanMetrics.R1Penalty]);
        Assert.Equal(0, values[GanMetrics.PathLength]);
        Assert.Equal(0, values[GanMetrics.AugmentationProbability]);
        Assert.True(step.Networks[1].Module.parameters().All(parameter => parameter.requires_grad));
    }

    [Fact]
    public void The_lazy_penalties_correct_the_optimisers()
    {
        using StyleGanStep step = Step(Settings with { LearningRate = 0.0025, R1Interval = 16, PathLengthInterval = 4 });
        var rates = step.Optimizers.Select(trained => trained.Optimizer.ParamGroups.First().LearningRate).ToArray();
        Assert.Equal(0.0025 * 4 / 5, rates[0], 1e-12);
        Assert.Equal(0.0025 * 16 / 17, rates[1], 1e-12);
        using StyleGanStep plain = Step(Settings with { LearningRate = 0.0025, R1Gamma = 0, PathLengthWeight = 0 });
        Assert.All(plain.Optimizers, trained => Assert.Equal(0.0025, trained.Optimizer.ParamGroups.First().LearningRate));
    }

    [Fact]
    public void The_average_forgets_half_in_its_half_life()
    {
        GanSettings settings = Settings with { BatchSize = 8, AverageHalfLife = 80, AverageRampUp = null };
        Assert.Equal(0.5, Math.Pow(GeneratorAverage.Decay(settings, 0), 10), 1e-12);
        Assert.Equal(0, GeneratorAverage.Decay(settings with { AverageRampUp = 0.05 }, 0));
        Assert.Equal(0.5, GeneratorAverage.Decay(settings with { AverageRampUp = 0.05 }, 160), 1e-12);
    }

    [Fact]
    public void The_average_follows_the_weights_and_has_the_latest_buffers()
    {
        using StyleGanStep step = Step(Settings with { AverageRampUp = null, AverageHalfLife = 4 }); // half of the old a batch
        Dictionary<string, float[]> before = State(step.Average);
        step.Step([0, 1, 2, 3]);
        (Dictionary<string, float[]> own, Dictionary<string, float[]> average) = (
            State(step.Networks[0].Module),
            State(step.Average)
        );
        Assert.Equal(own["mapping.w_avg"], average["mapping.w_avg"]);
        Assert.Contains(own["mapping.w_avg"], value => value != 0);
        float[] weights = own["synthesis.b8.conv0.weight"];
        Assert.NotEqual(before["synthesis.b8.conv0.weight"], weights);
        for (int i = 0; i < weights.Length; i++)
        {
            Assert.Equal(
                (before["synthesis.b8.conv0.weight"][i] + weights[i]) / 2,
                average["synthesis.b8.conv0.weight"][i],
                1e-6
            );
        }
    }

    [Fact]
    public void Pictures_of_another_size_or_with_a_value_far_outside_are_refused()
    {
        string size = Assert.Throws<ArgumentException>(() => new RealPictures([new float[5]], Settings.Networks)).Message;
        Assert.Contains("Picture 0 has 5 values", size, StringComparison.Ordinal);
        var loud = new float[3 * Side * Side];
        loud[7] = 255;
        string value = Assert.Throws<ArgumentException>(() => new RealPictures([loud], Settings.Networks)).Message;
        Assert.Contains("holds 255 at place 7", value, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new RealPictures([], Settings.Networks));
    }

    [Fact]
    public void Mirrored_pictures_come_in_turns()
    {
        using var scope = NewDisposeScope();
        float[] ramp = [.. Enumerable.Range(0, 3 * Side * Side).Select(i => i % Side / 16f)];
        var real = new RealPictures([ramp, ramp], Settings.Networks);
        Tensor pictures = real.Of([0, 2, 4], mirrors: true);
        Assert.Equal(pictures[0].Values(), pictures[2].Values());
        Assert.Equal(pictures[0].flip(2).Values(), pictures[1].Values());
    }

    internal static IReadOnlyList<float[]> Pictures(int count)
    {
        Rng rng = Rng.For(1, "tests/gan");
        return [.. Enumerable.Range(0, count).Select(_ => Picture(rng))];
    }

    // Red ones, with a band of light at a height of their own.
    private static float[] Picture(Rng rng)
    {
        int band = rng.NextInt(Side);
        var values = new float[3 * Side * Side];
        for (int i = 0; i < values.Length; i++)
        {
            float colour = i < Side * Side ? 0.7f : -0.7f;
            values[i] = i / Side % Side == band ? 0.9f : colour;
        }

        return values;
    }

    private static StyleGanStep Step(GanSettings settings) => new(new RealPictures(Pictures(6), settings.Networks), settings, 3);

    private static History Train(StyleGanStep step, int epochs, ICheckpoints kept, int stopAfter = int.MaxValue) =>
        new Trainer(
            step,
            new()
            {
                Epochs = epochs,
                BatchSize = Settings.BatchSize,
                Monitor = null,
                Stopping = null,
                Average = null,
            },
            3
        ).Run(
            [.. Enumerable.Range(0, 40)],
            null,
            kept,
            "gan",
            epoch =>
            {
                if (epoch.Epoch == stopAfter)
                {
                    throw new OperationCanceledException();
                }
            }
        );

    private static double ColourError(StyleGanStep step)
    {
        double[] real = Colours(Pictures(6));
        double[] made = Colours(GeneratedPictures.Of(step.Average, 32, 1, 9));
        return real.Zip(made, (a, b) => Math.Abs(a - b)).Max();
    }

    private static double[] Colours(IReadOnlyList<float[]> pictures) =>
        [.. Enumerable.Range(0, 3).Select(c => pictures.Average(own => own.Skip(c * Side * Side).Take(Side * Side).Average()))];

    private static float[] All(StyleGanStep step) =>
        [.. step.Networks.SelectMany(network => State(network.Module).Values.SelectMany(values => values))];

    private static Dictionary<string, float[]> State(nn.Module network) =>
        network.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.data<float>().ToArray());
}
