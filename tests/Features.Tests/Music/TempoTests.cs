using System.Text.Json;
using Research.Data;
using Research.Features.Music;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Music;

public class TempoTests
{
    [Fact]
    public void The_tempo_of_clicks_is_librosas()
    {
        JsonElement stored = Golden.Json("beat_track.json");
        OnsetEnvelope onset = Pulses.Onset(Pulses.Clicks(8000, 12, 0.5), BandAggregate.Mean);
        Assert.Equal(stored.GetProperty("tempo_feature")[0].GetDouble(), Tempo.Of(onset, TempoSettings.Librosa), 1e-6);
    }

    // Oracle: the definitions in numpy (Golden/make_music.py).
    [Fact]
    public void Tempos_of_the_whole_and_of_each_frame_are_the_definitions()
    {
        foreach (JsonElement item in Pulses.Tracked)
        {
            OnsetEnvelope onset = Pulses.Onset(Pulses.Of(item), BandAggregate.Mean);
            Assert.Equal(item.Number("mean tempo"), Tempo.Of(onset, TempoSettings.Librosa), 1e-6);
            Golden.AssertClose(item.GetProperty("local tempos").Numbers(), Tempo.Local(onset, TempoSettings.Librosa), 1e-6);
        }
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(150, 120)]
    [InlineData(240, 240)]
    public void The_prior_decides_between_a_tempo_and_its_multiples(double likely, double expected)
    {
        double[] curve = [.. Enumerable.Range(0, 3000).Select(t => t % 25 == 0 ? (t % 50 == 0 ? 1.0 : 0.8) : 0)];
        var onset = new OnsetEnvelope(curve, 100, 1, 0); // 240 a minute, every second louder
        double tempo = Tempo.Of(onset, TempoSettings.Librosa with { LikelyTempo = likely, SpreadOctaves = 0.2 });
        Assert.Equal(expected, tempo, 1e-9);
    }

    [Fact]
    public void Tempos_from_the_highest_on_are_not_found()
    {
        OnsetEnvelope onset = Pulses.Onset(Pulses.Clicks(8000, 12, 0.25), BandAggregate.Mean);
        TempoSettings fast = TempoSettings.Librosa with { LikelyTempo = 240, HighestTempo = null };
        Assert.InRange(Tempo.Of(onset, fast), 230, 250);
        Assert.InRange(Tempo.Of(onset, fast with { HighestTempo = 200 }), 60, 200);
    }

    [Fact]
    public void Silence_has_no_tempo()
    {
        OnsetEnvelope onset = Pulses.Onset(new Waveform(new double[40_000], 8000), BandAggregate.Mean);
        Assert.Equal(0, Tempo.Of(onset, TempoSettings.Librosa));
        Assert.All(Tempo.Local(onset, TempoSettings.Librosa), tempo => Assert.Equal(0, tempo));
    }

    [Theory]
    [InlineData(0.1, 320)]
    [InlineData(8, 5)]
    [InlineData(1e9, 320)]
    public void A_span_without_a_lag_below_the_highest_tempo_or_too_long_is_refused(double span, double highest)
    {
        OnsetEnvelope onset = Pulses.Onset(Signals.Synthetic(8000), BandAggregate.Mean);
        TempoSettings settings = TempoSettings.Librosa with { SpanSeconds = span, HighestTempo = highest };
        Assert.Throws<ResearchException>(() => Tempo.Of(onset, settings));
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused()
    {
        OnsetEnvelope onset = Pulses.Onset(Signals.Synthetic(8000), BandAggregate.Mean);
        TempoSettings settings = TempoSettings.Librosa;
        TempoSettings[] wrong =
        [
            settings with
            {
                LikelyTempo = 0,
            },
            settings with
            {
                SpreadOctaves = double.NaN,
            },
            settings with
            {
                HighestTempo = -1,
            },
            settings with
            {
                SpanSeconds = double.PositiveInfinity,
            },
        ];
        Assert.All(wrong, each => Assert.Throws<SettingsException>(() => Tempo.Of(onset, each)));
    }
}
