using Research.Data;
using Research.Numerics;

namespace Research.Features.Spectral;

/// <summary>A mel spectrogram, some seconds at a time: each frame has the bits that it has in the whole.</summary>
internal sealed class MelParts
{
    private readonly MelFilterbank _bank;
    private readonly PowerParts _power;

    /// <exception cref="SettingsException">The settings contradict each other.</exception>
    /// <exception cref="ResearchException">The signal is too short for the padding, or the frames are too many to be computed.</exception>
    public MelParts(ISamples samples, MelSettings settings)
    {
        _bank = MelFilterbank.For(settings, samples.SampleRateHz);
        _power = new PowerParts(samples, settings.Stft);
    }

    public long Frames => _power.Frames;

    /// <summary>Whether one part is the whole.</summary>
    public bool IsOne => _power.IsOne;

    /// <summary>Power in mel bands, shape [frames, bands] a part, with the number of its first frame.</summary>
    public IEnumerable<(long First, FrameLanes Mel)> All() =>
        _power.All().Select(part => (part.First, MelSpectrogram.Bands(part.Power, _bank)));

    /// <summary>As <see cref="PowerParts.Seconds"/>.</summary>
    public double Seconds(long frame) => _power.Seconds(frame);

    /// <summary>As <see cref="PowerParts.WithTimes"/>.</summary>
    public Matrix WithTimes(long first, Matrix rows) => _power.WithTimes(first, rows);
}
