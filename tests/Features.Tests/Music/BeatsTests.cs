using System.Text.Json;
using Research.Data;
using Research.Features.Music;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Music;

// Oracle: librosa 0.10.2; the exact call stands inside the golden file.
public class BeatsTests
{
    private static readonly JsonElement Stored = Golden.Json("beat_track.json");

    [Fact]
    public void Beats_of_clicks_are_librosas()
    {
        AssertSame(Stored, Pulses.Clicks(8000, 12, 0.5));
        AssertSame(Stored.GetProperty("sr22050_90bpm"), Pulses.Clicks(22_050, 20, 60 / 90.0));
    }

    [Fact]
    public void Beats_of_a_spoken_word_are_librosas() =>
        AssertSame(Stored.GetProperty("0_jackson_0"), Signals.Fsdd("0_jackson_0"));

    // Oracle: the definitions in numpy and scipy (Golden/make_music.py).
    [Fact]
    public void Beats_of_bars_are_the_definitions()
    {
        foreach (JsonElement item in Pulses.Tracked)
        {
            Waveform wave = Pulses.Of(item);
            BeatTrack track = Beats.Of(wave, Settings(wave.SampleRateHz));
            Assert.Equal(item.Number("tempo"), track.BeatsAMinute, 1e-6);
            Assert.Equal(item.GetProperty("beats").Integers(), track.Frames);
        }
    }

    [Fact]
    public void A_beat_has_the_time_of_its_frame()
    {
        BeatTrack track = Beats.Of(Pulses.Clicks(8000, 12, 0.5), Settings(8000));
        Assert.Equal(track.Frames.Select(frame => frame * 512 / 8000.0), track.Seconds);
        Assert.All(track.Seconds, second => Assert.True(Math.Abs(second - (Math.Round(second * 2) / 2)) < 0.08));
    }

    [Fact]
    public void A_known_tempo_is_followed()
    {
        BeatTrack track = Beats.Of(Pulses.Clicks(8000, 12, 0.5), Settings(8000) with { KnownTempo = 60 });
        Assert.Equal(60, track.BeatsAMinute);
        Assert.All(track.Frames.Zip(track.Frames.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 15, 16));
    }

    [Fact]
    public void Trimming_leaves_out_beats_at_both_ends_only()
    {
        Waveform wave = Pulses.Clicks(8000, 12, 0.5);
        int[] all = Beats.Of(wave, Settings(8000) with { Trim = BeatTrim.None }).Frames;
        int[] trimmed = Beats.Of(wave, Settings(8000)).Frames;
        int first = Array.IndexOf(all, trimmed[0]);
        Assert.True(all.Length > trimmed.Length);
        Assert.Equal(all[first..(first + trimmed.Length)], trimmed);
    }

    [Fact]
    public void Music_that_begins_later_has_its_beats_later()
    {
        Waveform wave = Pulses.Clicks(8000, 12, 0.5);
        var later = new Waveform([.. new double[512 * 20], .. wave.Samples], 8000);
        int[] beats = Beats.Of(wave, Settings(8000) with { KnownTempo = 120 }).Frames;
        int[] delayed = Beats.Of(later, Settings(8000) with { KnownTempo = 120 }).Frames;
        Assert.Empty(beats.Skip(2).SkipLast(2).Except(delayed.Select(beat => beat - 20)));
    }

    [Fact]
    public void A_delay_is_taken_off_each_beat()
    {
        int[] late = Beats.Of(Pulses.Clicks(8000, 12, 0.5), Settings(8000)).Frames;
        int[] early = Beats.Of(Pulses.Clicks(8000, 12, 0.5), Settings(8000) with { DelayFrames = 3 }).Frames;
        Assert.Equal(late.Select(beat => beat - 3), early);
    }

    // Kick and snare in turn, 156 a minute with weak eighths: the estimate takes every second stroke for a beat.
    [Fact]
    public void The_tracked_level_finds_a_tempo_that_the_estimate_halves()
    {
        Waveform wave = Pulses.Of(22_050, 12, 60 / 78.0, [0, 90, 0.6], [0.5, 300, 0.5], [0.25, 2000, 0.05], [0.75, 2000, 0.05]);
        BeatSettings settings = BeatSettings.Music(Pulses.FramingAt(22_050));
        Assert.InRange(Beats.Of(wave, settings with { Level = TempoLevel.Estimated }).BeatsAMinute, 75, 81);
        Assert.InRange(Beats.Of(wave, settings).BeatsAMinute, 150, 162);
    }

    [Fact]
    public void Silence_has_no_beats()
    {
        BeatTrack track = Beats.Of(new Waveform(new double[40_000], 8000), Settings(8000));
        Assert.Equal(0, track.BeatsAMinute);
        Assert.Empty(track.Frames);
    }

    [Fact]
    public void A_recording_shorter_than_one_beat_is_a_sentence()
    {
        ResearchException error = Assert.Throws<ResearchException>(() =>
            Beats.Of(new Waveform(new double[1000], 8000), Settings(8000))
        );
        Assert.Contains("a recording longer than one beat is needed", error.Message, StringComparison.Ordinal);
        BeatSettings slow = Settings(8000) with { KnownTempo = 30 };
        Assert.Throws<ResearchException>(() => Beats.Of(Pulses.Clicks(8000, 1.5, 0.5), slow));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Waveform wave = Pulses.Clicks(8000, 2, 0.5);
        Assert.Throws<ResearchException>(() => Beats.Of(new Waveform([0, double.NaN], 8000), Settings(8000)));
        Assert.Throws<ResearchException>(() => Beats.In(new([], 8000, 512, 0), Settings(8000)));
        Assert.Throws<ResearchException>(() => Beats.In(new([1, double.PositiveInfinity], 8000, 512, 0), Settings(8000)));
        Assert.Throws<ResearchException>(() => Beats.Of(wave, Settings(8000) with { KnownTempo = 1e6 }));
        Assert.Throws<SettingsException>(() => Beats.Of(wave, Settings(8000) with { KnownTempo = 0 }));
        Assert.Throws<SettingsException>(() => Beats.Of(wave, Settings(8000) with { Tightness = double.NaN }));
        Assert.Throws<SettingsException>(() => Beats.Of(wave, Settings(8000) with { DelayFrames = -1 }));
    }

    private static void AssertSame(JsonElement expected, Waveform wave)
    {
        BeatTrack track = Beats.Of(wave, Settings(wave.SampleRateHz));
        Assert.Equal(expected.GetProperty("tempo")[0].GetDouble(), track.BeatsAMinute, 1e-6);
        Assert.Equal(expected.GetProperty("beats").Integers(), track.Frames);
    }

    private static BeatSettings Settings(int rateHz) => BeatSettings.Librosa(Pulses.FramingAt(rateHz));
}
