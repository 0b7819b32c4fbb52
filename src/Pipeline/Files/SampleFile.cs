using Research.Data;

namespace Research.Pipeline.Files;

/// <summary>Reads the samples of single clips, from any thread; opens the file when the first is asked for.</summary>
/// <param name="open">Opens the file as a stream that can seek.</param>
internal sealed class SampleFile(Func<Stream> open)
{
    private readonly Lock _gate = new();
    private Stream? _file;

    /// <summary>The signal, with every bit that was written.</summary>
    public Waveform Read(StoredSamples stored)
    {
        byte[] bytes = new byte[SampleCoding.BytesOf(stored.Count, stored.IsPcm)];
        lock (_gate)
        {
            _file ??= open(); // stays open with the dataset: clips are asked for one by one
            _file.Position = stored.Offset;
            _file.ReadExactly(bytes);
        }

        return new Waveform(SampleCoding.Decode(bytes, stored.IsPcm), stored.SampleRateHz);
    }
}
