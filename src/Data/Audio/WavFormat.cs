using System.Buffers.Binary;

namespace Research.Data.Audio;

/// <summary>What a WAV file's "fmt " chunk says.</summary>
/// <remarks>Microsoft and IBM (1991), "Multimedia programming interface and data specifications 1.0"; WAVE_FORMAT_EXTENSIBLE (2001).</remarks>
internal sealed record WavFormat(int Code, int Channels, int SampleRateHz, int BytesPerFrame, int BitsPerSample)
{
    public const int Pcm = 1;
    public const int Float = 3;

    /// <summary>Of a recording; a header has room for 65,535.</summary>
    public const int MostChannels = 64;

    private const int Extensible = 0xFFFE;

    private static readonly Dictionary<int, string> OtherCodes = new()
    {
        [2] = "Microsoft ADPCM",
        [6] = "A-law",
        [7] = "µ-law",
        [0x11] = "IMA ADPCM",
        [0x31] = "GSM 6.10",
        [0x50] = "MPEG",
        [0x55] = "MP3",
        [0xFF] = "AAC",
    };

    public int BytesPerSample => BitsPerSample / 8;

    public static WavFormat Parse(ReadOnlySpan<byte> chunk, string file)
    {
        if (chunk.Length < 16)
        {
            throw new AudioFormatException($"{file}: the 'fmt ' chunk has {chunk.Length} bytes where at least 16 are needed.");
        }

        int code = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (code == Extensible && chunk.Length >= 40)
        {
            code = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]); // the sub-format's first two bytes
        }

        var format = new WavFormat(
            code,
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]),
            BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]),
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]),
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..])
        );
        format.Check(file);
        return format;
    }

    private void Check(string file)
    {
        bool known = (Code, BitsPerSample) is (Pcm, 8 or 16 or 24 or 32) or (Float, 32 or 64);
        if (!known)
        {
            throw new AudioFormatException(
                $"{file}: holds {Describe()}; PCM of 8, 16, 24 or 32 bits and float of 32 or 64 bits can be read. "
                    + "Convert it first, for example: ffmpeg -i IN -c:a pcm_s16le OUT.wav"
            );
        }

        if (Channels is 0 or > MostChannels || SampleRateHz is <= 0 or > Waveform.HighestRateHz)
        {
            throw new AudioFormatException(
                $"{file}: the header says {Channels} channels at {SampleRateHz} Hz; 1 to {MostChannels} channels and a rate of 1 to {Waveform.HighestRateHz} Hz can be read."
            );
        }

        if (BytesPerFrame != Channels * BytesPerSample)
        {
            throw new AudioFormatException(
                $"{file}: the header says {BytesPerFrame} bytes a frame where {Channels} channels of {BitsPerSample} bits "
                    + $"need {Channels * BytesPerSample}; the file is damaged."
            );
        }
    }

    private string Describe()
    {
        string name = Code switch
        {
            Pcm => "PCM",
            Float => "float samples",
            _ => OtherCodes.TryGetValue(Code, out string? other) ? other : $"format code {Code}",
        };
        return $"{name} of {BitsPerSample} bits";
    }
}
