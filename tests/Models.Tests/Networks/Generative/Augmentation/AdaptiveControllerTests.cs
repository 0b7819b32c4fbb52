using System.Text.Json;
using Research.Models.Networks.Generative.Augmentation;
using Research.Numerics;

namespace Research.Models.Tests.Networks.Generative.Augmentation;

public class AdaptiveControllerTests
{
    private static readonly JsonElement Oracle = StyleGanOracle.Ada.GetProperty("controller");

    // Positives, negatives, zeros of each kind of minibatch, as the oracle states them.
    private static readonly (int Positive, int Negative, int Zero)[] Kinds =
    [
        (64, 0, 0),
        (60, 4, 0),
        (52, 12, 0),
        (51, 13, 0),
        (40, 24, 0),
        (58, 6, 0),
        (55, 8, 1),
        (54, 10, 0),
    ];

    [Theory]
    [InlineData("p_target0.6_500kimg", 0.6, 500_000)]
    [InlineData("p_target0.7_500kimg", 0.7, 500_000)]
    [InlineData("p_target0.7_100kimg", 0.7, 100_000)]
    public void Probabilities_follow_the_oracle_s(string name, double target, int pictures)
    {
        var controller = new AdaptiveController(Settings(target, pictures, 0));
        var signs = new List<double>();
        var found = new List<double>();
        for (int i = 0; i < 12; i++)
        {
            foreach (int kind in new[] { i, i + 1, (3 * i) + 2, 5 * i })
            {
                controller.Add(Minibatch(Kinds[kind % 8]));
            }

            signs.Add(controller.MeanSign);
            found.Add(controller.Probability);
        }

        Research.Tests.Golden.AssertClose(Oracle.GetProperty("r_t").Flat(), [.. signs], 1e-12);
        Research.Tests.Golden.AssertClose(Oracle.GetProperty(name).Flat(), [.. found], 1e-12);
    }

    [Fact]
    public void It_stays_from_0_to_1_and_stands_still_at_the_target()
    {
        var falling = new AdaptiveController(Settings(0.6, 500_000, 0.001));
        float[] balanced = Minibatch((32, 32, 0));
        double[] floor = [.. Enumerable.Range(0, 12).Select(_ => Added(falling, balanced)).Where((_, step) => step % 4 == 3)];
        Research.Tests.Golden.AssertClose(Oracle.GetProperty("p_start0.001_rt_0_floor").Flat(), floor, 1e-12);
        var rising = new AdaptiveController(Settings(0.6, 300, 0.5));
        Enumerable.Range(0, 8).ToList().ForEach(_ => Added(rising, Minibatch((64, 0, 0))));
        Assert.Equal(1, rising.Probability);
        var still = new AdaptiveController(Settings(0.5, 500_000, 0.25));
        Enumerable.Range(0, 4).ToList().ForEach(_ => Added(still, Minibatch((48, 16, 0))));
        Assert.Equal((0.5, 0.25), (still.MeanSign, still.Probability));
    }

    [Fact]
    public void It_goes_on_from_what_it_wrote_within_an_interval()
    {
        var whole = new AdaptiveController(Settings(0.6, 5_000, 0.2));
        whole.Add(Minibatch((60, 4, 0)));
        using var bytes = new MemoryStream();
        whole.Write(new BinaryWriter(bytes));
        bytes.Position = 0;
        var resumed = new AdaptiveController(Settings(0.6, 5_000, 0.2));
        resumed.Read(new BinaryReader(bytes));
        for (int step = 0; step < 3; step++)
        {
            Assert.Equal(Added(whole, Minibatch((64, 0, 0))), Added(resumed, Minibatch((64, 0, 0))));
        }

        Assert.Equal(0.2 + (256 / 5_000.0), resumed.Probability, 1e-12);
    }

    [Fact]
    public void A_setting_that_cannot_be_is_refused()
    {
        string message = Assert.Throws<SettingsException>(() => new AdaptiveController(Settings(0.6, 500_000, 1.5))).Message;
        Assert.Contains("first probability of 1.5", message, StringComparison.Ordinal);
    }

    private static double Added(AdaptiveController controller, float[] logits)
    {
        controller.Add(logits);
        return controller.Probability;
    }

    private static float[] Minibatch((int Positive, int Negative, int Zero) count) =>
        [
            .. Enumerable.Repeat(2f, count.Positive),
            .. Enumerable.Repeat(-0.5f, count.Negative),
            .. Enumerable.Repeat(0f, count.Zero),
        ];

    private static AdaptiveSettings Settings(double target, int pictures, double initial) =>
        new()
        {
            Target = target,
            Interval = 4,
            PicturesToOne = pictures,
            Initial = initial,
        };
}
