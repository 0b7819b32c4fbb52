namespace Research.Data.Audio;

/// <summary>The samples of a WAV file, not yet decoded.</summary>
internal readonly ref struct WavData(WavFormat format, ReadOnlySpan<byte> bytes)
{
    public WavFormat Format { get; } = format;

    /// <summary>At least one frame; the last may be cut off.</summary>
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public int Frames => Bytes.Length / Format.BytesPerFrame;

    public double DurationSeconds => (double)Frames / Format.SampleRateHz;
}
