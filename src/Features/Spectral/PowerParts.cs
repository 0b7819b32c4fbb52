using Research.Data;
using Research.Features.Naming;
using Research.Numerics;

namespace Research.Features.Spectral;

/// <summary>A power spectrogram, some seconds at a time: each frame has the bits that it has in the whole.</summary>
internal sealed class PowerParts
{
    private const long MostValues = 1L << 32; // of power: a dozen hours at 48 kHz
    private const int ValuesAPart = 1 << 18;
    private readonly StftSettings _settings;
    private readonly PaddedSignal _signal;
    private readonly int _rate;
    private readonly int _framesAPart;

    /// <exception cref="SettingsException">The settings contradict each other.</exception>
    /// <exception cref="ResearchException">The signal is too short for the padding, or the frames are too many to be computed.</exception>
    public PowerParts(ISamples samples, StftSettings settings)
    {
        settings.Check();
        (_settings, _rate, _signal) = (settings, samples.SampleRateHz, new PaddedSignal(samples, settings));
        int bins = (settings.FftLength / 2) + 1;
        if (_signal.Frames > MostValues / bins)
        {
            throw new ResearchException(
                $"{_signal.Frames} frames of {bins} values are more than {MostValues} numbers; use a longer hop, a shorter transform or a shorter file."
            );
        }

        _framesAPart = 4 * Math.Clamp(ValuesAPart / bins / 4, 1, 1 << 12);
    }

    public long Frames => _signal.Frames;

    /// <summary>Whether one part is the whole.</summary>
    public bool IsOne => Frames <= _framesAPart;

    /// <summary>Power, shape [frames, bins] a part, with the number of its first frame.</summary>
    public IEnumerable<(long First, FrameLanes Power)> All()
    {
        for (long first = 0; first < Frames; first += _framesAPart)
        {
            int frames = (int)Math.Min(_framesAPart, Frames - first);
            yield return (first, _settings.HopSamples > _settings.FftLength ? Apart(first, frames) : Overlapping(first, frames));
        }
    }

    private FrameLanes Overlapping(long first, int frames)
    {
        int length = ((frames - 1) * _settings.HopSamples) + _settings.FftLength;
        return PowerSpectrogram.Lanes(_signal.Part(first * _settings.HopSamples, length), _settings);
    }

    // Frames with gaps between them, which may be hours long: they are not read.
    private FrameLanes Apart(long first, int frames)
    {
        int length = _settings.FftLength;
        double[] signal = new double[frames * length];
        for (int t = 0; t < frames; t++)
        {
            _signal.Part((first + t) * _settings.HopSamples, length).CopyTo(signal, t * length);
        }

        return PowerSpectrogram.Lanes(signal, _settings with { HopSamples = length });
    }

    /// <summary>The time of a frame's middle, seconds.</summary>
    public double Seconds(long frame)
    {
        double half = _settings.Padding == Padding.None ? _settings.FftLength / 2.0 : 0;
        return ((frame * _settings.HopSamples) + half) / _rate;
    }

    /// <summary>Rows with the time of each frame's middle before them.</summary>
    /// <param name="first">Number of the first frame.</param>
    public Matrix WithTimes(long first, Matrix rows) => TimedRows.Of(rows, t => Seconds(first + t));
}
