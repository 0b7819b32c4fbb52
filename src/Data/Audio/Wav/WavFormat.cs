namespace Research.Data.Audio.Wav;

/// <summary>How the samples of a WAV file are written.</summary>
/// <param name="Coding">What a sample is.</param>
/// <param name="Channels">1 to 64, one after the other in a frame.</param>
/// <param name="SampleRateHz">Frames a second.</param>
/// <param name="BytesPerSample">1 to 8; fewer bits stand left in them.</param>
/// <param name="BigEndian">Whether the highest byte comes first.</param>
/// <param name="Name">What the file calls it, such as "PCM of 16 bits".</param>
internal sealed record WavFormat(
    SampleCoding Coding,
    int Channels,
    int SampleRateHz,
    int BytesPerSample,
    bool BigEndian,
    string Name
)
{
    /// <summary>Of a recording; a header has room for 65,535.</summary>
    public const int MostChannels = 64;

    public int BytesPerFrame => Channels * BytesPerSample;

    /// <summary>Two's complement or unsigned, one byte after another.</summary>
    public static WavFormat Float32(int sampleRateHz) => new(SampleCoding.Float, 1, sampleRateHz, 4, false, "float of 32 bits");

    /// <exception cref="RecordingException">Another program must decode the samples.</exception>
    public void RequireKnown(string file)
    {
        if (Coding == SampleCoding.Other)
        {
            throw RecordingException.Of(
                RecordingProblem.NotAudio,
                file,
                $"holds {Name}; PCM of 1 to 64 bits, float of 32 or 64 bits, µ-law and A-law can be read here. Convert it first, for example: ffmpeg -i IN -c:a pcm_s16le OUT.wav"
            );
        }
    }
}
