using System.Text;

namespace Research.Data.Tests.Audio.Wav;

/// <summary>Writes WAV files, good and bad, byte by byte.</summary>
internal static class WavBuilder
{
    public static byte[] File(byte[] format, byte[] samples, params IEnumerable<(string Id, byte[] Body)> before) =>
        Riff([.. before, ("fmt ", format), ("data", samples)]);

    public static byte[] Riff(params IEnumerable<(string Id, byte[] Body)> chunks)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write("WAVE"u8);
        foreach ((string id, byte[] body) in chunks)
        {
            writer.Write(Encoding.ASCII.GetBytes(id));
            writer.Write(body.Length);
            writer.Write(body);
            if (body.Length % 2 == 1)
            {
                writer.Write((byte)0);
            }
        }

        byte[] content = memory.ToArray();
        return [.. "RIFF"u8, .. BitConverter.GetBytes(content.Length), .. content];
    }

    public static byte[] Format(int code, int channels, int rate, int bits)
    {
        int frame = channels * bits / 8;
        return
        [
            .. BitConverter.GetBytes((ushort)code),
            .. BitConverter.GetBytes((ushort)channels),
            .. BitConverter.GetBytes(rate),
            .. BitConverter.GetBytes(rate * frame),
            .. BitConverter.GetBytes((ushort)frame),
            .. BitConverter.GetBytes((ushort)bits),
        ];
    }

    /// <summary>WAVE_FORMAT_EXTENSIBLE around a sub-format.</summary>
    public static byte[] Extensible(int code, int channels, int rate, int bits) =>
        [
            .. Format(0xFFFE, channels, rate, bits),
            .. BitConverter.GetBytes((ushort)22),
            .. BitConverter.GetBytes((ushort)bits),
            .. BitConverter.GetBytes(0),
            .. BitConverter.GetBytes((ushort)code),
            .. new byte[14],
        ];
}
