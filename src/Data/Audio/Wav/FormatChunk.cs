using System.Buffers.Binary;

namespace Research.Data.Audio.Wav;

/// <summary>What a WAV file's "fmt " chunk says.</summary>
/// <remarks>Microsoft and IBM (1991), "Multimedia programming interface and data specifications 1.0"; WAVE_FORMAT_EXTENSIBLE (2001).</remarks>
internal static class FormatChunk
{
    private const int Pcm = 1;
    private const int Float = 3;
    private const int ALaw = 6;
    private const int MuLaw = 7;
    private const int Extensible = 0xFFFE;
    private const int Least = 16;
    private const int WithExtension = 40;

    /// <summary>More than any "fmt " chunk has.</summary>
    public const int Most = 1 << 16;

    private static readonly Dictionary<int, string> Names = new()
    {
        [Pcm] = "PCM",
        [2] = "Microsoft ADPCM",
        [Float] = "float samples",
        [ALaw] = "A-law",
        [MuLaw] = "µ-law",
        [0x11] = "IMA ADPCM",
        [0x31] = "GSM 6.10",
        [0x50] = "MPEG",
        [0x55] = "MP3",
        [0xFF] = "AAC",
    };

    /// <param name="warnings">Gets a sentence where the chunk contradicts itself.</param>
    /// <exception cref="RecordingException">The chunk is too short, or its numbers are of no recording.</exception>
    public static WavFormat Read(ReadOnlySpan<byte> chunk, bool bigEndian, string file, List<string> warnings)
    {
        if (chunk.Length < Least)
        {
            throw Damaged(file, $"the 'fmt ' chunk has {chunk.Length} bytes where at least {Least} are needed.");
        }

        int code = SubFormat(chunk, bigEndian, file);
        int channels = Short(chunk[2..], bigEndian);
        uint rate = bigEndian
            ? BinaryPrimitives.ReadUInt32BigEndian(chunk[4..])
            : BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        int frame = Short(chunk[12..], bigEndian);
        int bits = Short(chunk[14..], bigEndian);
        if (channels is 0 or > WavFormat.MostChannels || rate is 0 or > Waveform.HighestRateHz)
        {
            throw Damaged(
                file,
                $"the header says {channels} channels at {rate} Hz; 1 to {WavFormat.MostChannels} channels and a rate of 1 to {Waveform.HighestRateHz} Hz can be read."
            );
        }

        SampleCoding coding = Coding(code, bits);
        int width = coding == SampleCoding.Other ? 1 : Width(frame, channels, bits);
        if (coding != SampleCoding.Other && frame != channels * width)
        {
            warnings.Add(
                FormattableString.Invariant(
                    $"the header says {frame} bytes a frame where {channels} channels of {bits} bits have {channels * width}, which are taken"
                )
            );
        }

        string name = Names.TryGetValue(code, out string? known) ? known : FormattableString.Invariant($"format code {code}");
        return new(coding, channels, (int)rate, width, bigEndian, FormattableString.Invariant($"{name} of {bits} bits"));
    }

    // The sub-format's first two bytes are a code as of old.
    private static int SubFormat(ReadOnlySpan<byte> chunk, bool bigEndian, string file)
    {
        int code = Short(chunk, bigEndian);
        if (code != Extensible)
        {
            return code;
        }

        return chunk.Length >= WithExtension
            ? Short(chunk[24..], bigEndian)
            : throw Damaged(
                file,
                $"the header says WAVE_FORMAT_EXTENSIBLE, whose extension of 22 bytes tells how the samples are coded, and has {Math.Max(0, chunk.Length - 18)} bytes of it; the file is damaged. Name the coding yourself, for example: ffmpeg -f s16le -ar 16000 -ac 1 -i IN OUT.wav"
            );
    }

    private static SampleCoding Coding(int code, int bits) =>
        (code, bits) switch
        {
            (Pcm, >= 1 and <= 8) => SampleCoding.Unsigned,
            (Pcm, >= 9 and <= 64) => SampleCoding.Signed,
            (Float, 32 or 64) => SampleCoding.Float,
            (MuLaw, 8) => SampleCoding.MuLaw,
            (ALaw, 8) => SampleCoding.ALaw,
            _ => SampleCoding.Other,
        };

    // Bits and channels decide. Wider containers are made for samples of more than 16 bits only: 24 in 32, 48 in 64.
    private static int Width(int frame, int channels, int bits)
    {
        int needed = (bits + 7) / 8;
        int told = frame / channels;
        bool roomy = frame % channels == 0 && (told, needed) is (4, 3) or (8, > 4);
        return roomy ? told : needed;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static RecordingException Damaged(string file, FormattableString words) =>
        RecordingException.Of(RecordingProblem.Damaged, file, words);
}
