using System.Text.Json;
using Research.Data;
using Research.Features.Sampling;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Sampling;

public class RateChangeTests
{
    [Fact]
    public void Every_change_of_rate_is_scipys_with_the_same_filter()
    {
        foreach (JsonElement item in Golden.Json("rate_change.json").EnumerateArray())
        {
            int old = item.GetProperty("from").GetInt32();
            int rate = item.GetProperty("to").GetInt32();
            Waveform changed = RateChange.Of(Tone(old, item.GetProperty("samples").GetInt32()), RateSettings.To(rate));
            Golden.AssertClose(item.GetProperty("y").Numbers(), changed.Samples, 1e-12, $"{old} to {rate}");
        }
    }

    [Fact]
    public void A_tone_below_the_edge_passes_and_one_above_half_the_new_rate_is_gone()
    {
        double[] low = Sine(3000, 44_100, 44_100);
        double[] high = Sine(9000, 44_100, 44_100);
        Assert.Equal(Math.Sqrt(0.5), Level(RateChange.Of(new(low, 44_100), RateSettings.To(16_000))), 1e-4);
        Assert.True(Level(RateChange.Of(new(high, 44_100), RateSettings.To(16_000))) < 1e-5);
    }

    [Fact]
    public void A_constant_stays_what_it_is()
    {
        double[] constant = [.. Enumerable.Repeat(0.5, 8000)];
        Waveform changed = RateChange.Of(new(constant, 24_000), RateSettings.To(16_000));
        Assert.All(changed.Samples[1000..4000], value => Assert.Equal(0.5, value, 6));
    }

    [Fact]
    public void A_signal_at_the_rate_already_is_untouched()
    {
        Waveform wave = Tone(16_000, 500);
        Assert.Same(wave, RateChange.Of(wave, RateSettings.To(16_000)));
    }

    [Theory]
    [InlineData(44_101, 8000)]
    [InlineData(999_983, 16_000)]
    [InlineData(7919, 16_000)]
    [InlineData(1, 20_011)]
    public void Rates_without_a_small_common_ratio_pass_a_tone_and_a_constant(int from, int to)
    {
        int count = Math.Max(200, from / 5);
        double hertz = 0.1 * Math.Min(from, to);
        Waveform changed = RateChange.Of(new([.. Sine(hertz, from, count).Select(x => x + 0.25)], from), RateSettings.To(to));
        Assert.Equal((int)(((long)count * to + from - 1) / from), changed.Samples.Length);
        int edge = (int)Math.Min(changed.Samples.Length / 3, 70L * to / Math.Min(from, to));
        double[] expected = [.. Sine(hertz, to, changed.Samples.Length).Select(x => x + 0.25)];
        Golden.AssertClose(expected.AsSpan(edge..^edge), changed.Samples.AsSpan(edge..^edge), 2e-6, $"{from} to {to}");
    }

    [Theory]
    [InlineData(44_100, 16_000)]
    [InlineData(8000, 11_025)]
    public void The_two_ways_to_the_filter_agree(int from, int to)
    {
        Waveform tone = Tone(from, 3000);
        RateSettings settings = RateSettings.To(to);
        int common = (int)System.Numerics.BigInteger.GreatestCommonDivisor(from, to);
        (int up, int down) = (to / common, from / common);
        double[] table = RateChange.Of(tone, settings).Samples;
        var curve = new ContinuousFilter(settings);
        double[] other =
        [
            .. Enumerable.Range(0, table.Length).Select(m => curve.Sample(tone.Samples, (long)m * down, up, Math.Max(up, down))),
        ];
        Golden.AssertClose(table, other, 1e-10, $"{from} to {to}"); // the sums that scale the two run over different grids
    }

    [Fact]
    public void More_samples_than_memory_should_hold_are_refused() =>
        Assert.Contains(
            "can be held in memory",
            Assert.Throws<ResearchException>(() => RateChange.Of(new(new double[200], 1), RateSettings.To(1_000_000))).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(0, 64, 14.0, 0.9)]
    [InlineData(1_000_001, 64, 14.0, 0.9)]
    [InlineData(16_000, 0, 14.0, 0.9)]
    [InlineData(16_000, 4097, 14.0, 0.9)]
    [InlineData(16_000, 64, -0.5, 0.9)]
    [InlineData(16_000, 64, 100.5, 0.9)]
    [InlineData(16_000, 64, 14.0, 0.0)]
    [InlineData(16_000, 64, 14.0, 1.5)]
    [InlineData(16_000, 64, 14.0, double.NaN)]
    public void A_filter_that_is_none_is_refused_with_what_is_needed(int rate, int crossings, double beta, double passband)
    {
        var settings = new RateSettings
        {
            SampleRateHz = rate,
            Crossings = crossings,
            Beta = beta,
            Passband = passband,
        };
        string said = Assert.Throws<ResearchException>(() => RateChange.Of(Tone(8000, 10), settings)).Message;
        Assert.Equal(
            FormattableString.Invariant(
                $"A filter to {rate} Hz with {crossings} crossings, β {beta} and passband {passband}: a rate of 1 to 1000000 Hz, 1 to 4096 crossings, β from 0 to 100 and a passband up to 1 are needed."
            ),
            said
        );
    }

    [Theory]
    [InlineData(1, 0, 1.0)]
    [InlineData(4096, 100, 0.5)]
    public void The_outermost_filters_are_made(int crossings, double beta, double passband)
    {
        RateSettings settings = RateSettings.To(4000) with { Crossings = crossings, Beta = beta, Passband = passband };
        Assert.Equal(5, RateChange.Of(Tone(8000, 10), settings).Samples.Length);
    }

    [Theory]
    [InlineData(SilencePlace.Before)]
    [InlineData(SilencePlace.After)]
    public void A_short_signal_is_filled_up_and_a_long_one_keeps_its_beginning(SilencePlace place)
    {
        Waveform wave = new([1, 2, 3, 4], 4);
        Assert.Equal([1.0, 2], FixedLength.Of(wave, 0.5, place).Samples);
        double[] filled = place == SilencePlace.Before ? [0, 0, 1, 2, 3, 4] : [1, 2, 3, 4, 0, 0];
        Assert.Equal(filled, FixedLength.Of(wave, 1.5, place).Samples);
        Assert.Same(wave, FixedLength.AtMost(wave, 1));
    }

    [Fact]
    public void No_duration_is_refused_with_what_can_be_had() =>
        Assert.Equal(
            "A signal of 0 s at 4 Hz: 1 to 134217728 samples can be had.",
            Assert.Throws<ResearchException>(() => FixedLength.Of(new([1, 2], 4), 0, SilencePlace.After)).Message
        );

    [Fact]
    public void One_sample_is_the_shortest_signal_and_half_a_sample_none()
    {
        Assert.Equal([1.0], FixedLength.Of(new([1, 2], 4), 0.25, SilencePlace.After).Samples);
        Assert.Throws<ResearchException>(() => FixedLength.Of(new([1, 2], 4), 0.2, SilencePlace.After));
        Assert.Throws<ResearchException>(() => FixedLength.Of(new([1, 2], 4), 1e9, SilencePlace.After));
    }

    private static double Level(Waveform wave)
    {
        double[] middle = wave.Samples[2000..14_000];
        return Math.Sqrt(middle.Average(x => x * x));
    }

    private static double[] Sine(double hertz, int rate, int count) =>
        [.. Enumerable.Range(0, count).Select(n => Math.Sin(2 * Math.PI * hertz * n / rate))];

    // The signal of make_sampling.py.
    private static Waveform Tone(int rate, int count) =>
        new(
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(n => (double)n / rate)
                    .Select(t =>
                        (0.5 * Math.Sin(2 * Math.PI * 440 * t))
                        + (0.2 * Math.Sin((2 * Math.PI * 3100 * t) + 0.3))
                        + (0.1 * Math.Cos(2 * Math.PI * 90 * t * (1 + t)))
                    ),
            ],
            rate
        );
}
