using Research.Data.Audio.Decoding;
using Research.Data.Audio.Wav;

namespace Research.Data.Audio.Reading;

/// <summary>A recording whose samples are read as they are asked for.</summary>
public sealed class OpenRecording : ISamples, IDisposable
{
    private readonly Stream _wav;
    private readonly WavLayout _layout;
    private readonly WavSamples _samples;

    internal OpenRecording(Stream wav, string name)
        : this(wav, name, decoder: null, []) { }

    internal OpenRecording(DecodedSound sound, string name)
        : this(sound.Wav, name, sound.Decoder, sound.Warnings) { }

    private OpenRecording(Stream wav, string name, string? decoder, IReadOnlyList<string> warnings)
    {
        _wav = wav;
        _layout = WavLayout.Of(wav, name);
        _layout.Format.RequireKnown(name);
        _samples = new WavSamples(wav, _layout, name);
        (Name, Decoder, Warnings) = (name, decoder, [.. _layout.Warnings, .. warnings]);
    }

    /// <summary>The file's name, for messages.</summary>
    public string Name { get; }

    /// <summary>As <see cref="Recording.Decoder"/>.</summary>
    public string? Decoder { get; }

    /// <summary>As <see cref="Recording.Warnings"/>.</summary>
    public IReadOnlyList<string> Warnings { get; }

    public int SampleRateHz => _samples.SampleRateHz;

    public long Count => _samples.Count;

    public double DurationSeconds => (double)Count / SampleRateHz;

    public void Read(long start, Span<double> into) => _samples.Read(start, into);

    /// <summary>All of it.</summary>
    /// <exception cref="RecordingException">It is longer than memory should hold, or a sample is no finite number.</exception>
    public Recording ReadAll()
    {
        if (Count > Waveform.MostSamples)
        {
            throw RecordingException.Of(
                RecordingProblem.TooLong,
                Name,
                $"has {Count} samples a channel; at most {Waveform.MostSamples} can be held in memory. Cut it first, for example: ffmpeg -i IN -ss 0 -t 600 OUT.wav"
            );
        }

        (double[] samples, double clipped) = _samples.ReadAll();
        return new Recording(new Waveform(samples, SampleRateHz), clipped, Warnings, Decoder);
    }

    /// <summary>Writes the WAV that is read: the file as it is, or what a decoder made of it.</summary>
    internal void CopyTo(Stream target)
    {
        _wav.Position = 0;
        _wav.CopyTo(target);
    }

    public void Dispose() => _wav.Dispose();
}
