namespace Research.Data.Audio.Wav;

/// <summary>The samples of a WAV file, decoded as they are asked for.</summary>
/// <param name="file">Can be read at any place; whoever opened it closes it.</param>
/// <param name="layout">Of the file; its coding is known.</param>
/// <param name="name">For messages.</param>
internal sealed class WavSamples(Stream file, WavLayout layout, string name) : ISamples
{
    private const int PartBytes = 1 << 16;

    public int SampleRateHz => layout.Format.SampleRateHz;

    public long Count => layout.Frames;

    public void Read(long start, Span<double> into) => Read(start, into, null);

    /// <summary>All of it.</summary>
    /// <returns>The samples, and the largest share of clipped ones of a channel.</returns>
    public (double[] Samples, double ClippedShare) ReadAll()
    {
        var clipping = new Clipping(layout.Format.Channels);
        var samples = new double[Count];
        Read(0, samples, clipping);
        return (samples, clipping.LargestShare);
    }

    private void Read(long start, Span<double> into, Clipping? clipping)
    {
        WavFormat format = layout.Format;
        int most = Math.Max(1, PartBytes / format.BytesPerFrame);
        byte[] bytes = new byte[Math.Min(into.Length, most) * format.BytesPerFrame];
        file.Position = layout.Start + (start * format.BytesPerFrame);
        for (int done = 0; done < into.Length; )
        {
            int frames = Math.Min(most, into.Length - done);
            Span<byte> part = bytes.AsSpan(0, frames * format.BytesPerFrame);
            Fill(part);
            SampleDecoder.Decode(part, format, start + done, into.Slice(done, frames), clipping, name);
            done += frames;
        }
    }

    private void Fill(Span<byte> part)
    {
        try
        {
            file.ReadExactly(part);
        }
        catch (EndOfStreamException)
        {
            throw RecordingException.Of(RecordingProblem.Unreadable, name, $"became shorter while it was read.");
        }
    }
}
