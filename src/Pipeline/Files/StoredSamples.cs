using Research.Data;

namespace Research.Pipeline.Files;

/// <summary>Where and how the samples of one clip lie in a sample file.</summary>
/// <param name="Offset">Byte at which they begin.</param>
/// <param name="Count">Samples.</param>
/// <param name="SampleRateHz">Samples a second.</param>
/// <param name="IsPcm">Whether they are stored as 16 bits.</param>
internal sealed record StoredSamples(long Offset, int Count, int SampleRateHz, bool IsPcm)
{
    /// <summary>Appends a signal to a sample file.</summary>
    public static StoredSamples Append(Stream file, Waveform waveform)
    {
        bool pcm = SampleCoding.IsPcm(waveform.Samples);
        var stored = new StoredSamples(file.Position, waveform.Samples.Length, waveform.SampleRateHz, pcm);
        file.Write(SampleCoding.Encode(waveform.Samples, pcm));
        return stored;
    }
}
