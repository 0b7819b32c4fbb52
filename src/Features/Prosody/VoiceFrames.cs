using Research.Data;
using Research.Features.Sampling;
using Research.Features.Voice;
using Research.Numerics;

namespace Research.Features.Prosody;

/// <summary>An utterance in the frames of its pitch: level, pitch, and which frames are speech.</summary>
internal sealed class VoiceFrames
{
    private const int LongestWindow = 1 << 20;
    private const double LeastPower = 1e-10;
    private const double ReferenceHz = 50;
    private const double AssumedHz = 100; // where there is no pitch; read only where nothing better is there
    private const double LoudShare = 0.95;
    private const int FewestVoiced = 5;
    private const double SemitonesPerNeper = 17.312340490667562; // 12/ln 2
    private readonly double[] _signal;
    private readonly PitchTrack _pitch;

    public VoiceFrames(Waveform waveform, ProsodySettings settings)
    {
        Waveform wave = Prepare(waveform, settings);
        _signal = wave.Samples;
        SampleRateHz = wave.SampleRateHz;
        WindowSamples = (int)((settings.WindowSeconds * SampleRateHz) + 1e-6);
        if (WindowSamples is < 1 or > LongestWindow)
        {
            throw new ResearchException(
                $"A frame's spectrum of {WindowSamples} samples: 1 to {LongestWindow} can be had. Change the window's length."
            );
        }

        StepSeconds = settings.Pitch.StepSeconds;
        _pitch = Pitch.Of(wave, settings.Pitch);
        Level = [.. Enumerable.Range(0, Count).Select(LevelOf)];
        Loud = Spread.Percentile(Level, LoudShare);
        Active = [.. Level.Select(level => level > Loud - settings.SilenceDecibels)];
        (First, End) = (Array.IndexOf(Active, true), Array.LastIndexOf(Active, true) + 1);
        bool[] voiced = [.. Enumerable.Range(0, Count).Select(t => Active[t] && _pitch.IsVoiced(t))];
        Voiced = voiced.Count(frame => frame) < FewestVoiced ? Active : voiced;
        Semitones = [.. _pitch.Hertz.Select(hz => SemitonesPerNeper * PortableMath.Log((hz > 0 ? hz : AssumedHz) / ReferenceHz))];
    }

    public int SampleRateHz { get; }

    public int WindowSamples { get; }

    public double StepSeconds { get; }

    public int Count => _pitch.Hertz.Length;

    /// <summary>Decibels below full scale of each frame's samples.</summary>
    public double[] Level { get; }

    /// <summary>The level of the loud frames, decibels.</summary>
    public double Loud { get; }

    /// <summary>Frames that are not silence.</summary>
    public bool[] Active { get; }

    /// <summary>Active frames with a pitch.</summary>
    public bool[] Voiced { get; }

    /// <summary>Semitones above 50 Hz.</summary>
    public double[] Semitones { get; }

    /// <summary>The first active frame.</summary>
    public int First { get; }

    /// <summary>One beyond the last active frame.</summary>
    public int End { get; }

    public double Hertz(int frame) => _pitch.IsVoiced(frame) ? _pitch.Hertz[frame] : AssumedHz;

    /// <summary>Normalised autocorrelation at the pitch period, 0 to 1.</summary>
    public double Strength(int frame) => _pitch.Strength[frame];

    /// <summary>Indices of the frames that a mask has.</summary>
    public static int[] Where(bool[] mask) => [.. Enumerable.Range(0, mask.Length).Where(t => mask[t])];

    /// <summary>Samples of a frame, zeros beyond the signal.</summary>
    public double[] Samples(int frame)
    {
        int start = (int)Math.Round(_pitch.Times[frame] * SampleRateHz) - (WindowSamples / 2);
        return [.. Enumerable.Range(start, WindowSamples).Select(n => n >= 0 && n < _signal.Length ? _signal[n] : 0)];
    }

    private double LevelOf(int frame)
    {
        double[] samples = Samples(frame);
        return 10 * PortableMath.Log10((OrderedSum.Dot(samples, samples) / samples.Length) + LeastPower);
    }

    // Without its mean. Three periods of the lowest pitch are the least in which there can be one; a frame more lets one frame stand whole.
    private static Waveform Prepare(Waveform waveform, ProsodySettings settings)
    {
        Waveform wave = RateChange.Of(waveform, settings.Rate);
        double mean = wave.Samples.Length == 0 ? 0 : OrderedSum.Mean(wave.Samples);
        wave = wave with { Samples = [.. wave.Samples.Select(x => x - mean)] };
        double least = (3 / settings.Pitch.FloorHz) + settings.WindowSeconds;
        return wave.DurationSeconds >= least ? wave : FixedLength.Of(wave, least, SilencePlace.After);
    }
}
