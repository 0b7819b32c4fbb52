using System.Text;

namespace Research.NativeLibraries.Tests;

/// <summary>An ELF file of nothing but versions: header, two program headers, dynamic section, needs, definitions, strings.</summary>
internal sealed class SyntheticLibrary : IDisposable
{
    /// <summary>Addresses lie this far above offsets, as the loader would have it.</summary>
    private const long Base = 0x10000;
    private const int Dynamic = 64 + (2 * 56);
    private const int Tables = Dynamic + (6 * 16);

    private readonly MemoryStream _strings = Growing();
    private readonly MemoryStream _needs = new();
    private readonly MemoryStream _defines = new();

    /// <summary>Asks one library for some versions, and defines some.</summary>
    public static byte[] Of(string library, string[] needs, string[] defines)
    {
        using var file = new SyntheticLibrary();
        return file.Bytes(library, needs, defines);
    }

    public void Dispose()
    {
        _strings.Dispose();
        _needs.Dispose();
        _defines.Dispose();
    }

    private byte[] Bytes(string library, string[] needs, string[] defines)
    {
        WriteNeeds(library, needs);
        WriteDefines(defines);
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        long size = Tables + _needs.Length + _defines.Length + _strings.Length;
        WriteHeader(writer);
        WriteSegment(writer, 1, 0, size);
        WriteSegment(writer, 2, Dynamic, 6 * 16);
        WriteEntries(writer, defines.Length);
        foreach (MemoryStream table in new[] { _needs, _defines, _strings })
        {
            writer.Write(table.ToArray());
        }

        writer.Flush();
        return file.ToArray();
    }

    private static void WriteHeader(BinaryWriter writer)
    {
        writer.Write((byte[])[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, .. new byte[25]]);
        writer.Write(64L); // program headers
        writer.Write(0L); // no section headers
        writer.Write(0u);
        writer.Write((ushort)64);
        writer.Write((ushort)56);
        writer.Write((ushort)2);
        writer.Write(new byte[6]);
    }

    private static void WriteSegment(BinaryWriter writer, uint type, long offset, long size)
    {
        writer.Write(type);
        writer.Write(4u);
        writer.Write(offset);
        writer.Write(Base + offset);
        writer.Write(Base + offset);
        writer.Write(size);
        writer.Write(size);
        writer.Write(8L);
    }

    private void WriteEntries(BinaryWriter writer, int defines)
    {
        (long Tag, long Value)[] entries =
        [
            (0x6ffffffe, Base + Tables),
            (0x6fffffff, 1),
            (0x6ffffffc, Base + Tables + _needs.Length),
            (0x6ffffffd, defines),
            (5, Base + Tables + _needs.Length + _defines.Length),
            (0, 0),
        ];
        foreach ((long tag, long value) in entries)
        {
            writer.Write(tag);
            writer.Write(value);
        }
    }

    private void WriteNeeds(string library, string[] versions)
    {
        var writer = new BinaryWriter(_needs);
        writer.Write((ushort)1);
        writer.Write((ushort)versions.Length);
        writer.Write(Name(library));
        writer.Write(16u);
        writer.Write(0u);
        for (int i = 0; i < versions.Length; i++)
        {
            writer.Write(0u); // the hash, which nobody reads here
            writer.Write((ushort)0);
            writer.Write((ushort)(i + 2));
            writer.Write(Name(versions[i]));
            writer.Write(i + 1 < versions.Length ? 16u : 0u);
        }
    }

    private void WriteDefines(string[] versions)
    {
        var writer = new BinaryWriter(_defines);
        for (int i = 0; i < versions.Length; i++)
        {
            writer.Write((ushort)1);
            writer.Write((ushort)0);
            writer.Write((ushort)(i + 1));
            writer.Write((ushort)1);
            writer.Write(0u);
            writer.Write(20u);
            writer.Write(i + 1 < versions.Length ? 28u : 0u);
            writer.Write(Name(versions[i]));
            writer.Write(0u);
        }
    }

    private uint Name(string text)
    {
        uint at = (uint)_strings.Length;
        _strings.Write([.. Encoding.ASCII.GetBytes(text), 0]);
        return at;
    }

    // The first string of a table is empty.
    private static MemoryStream Growing()
    {
        var strings = new MemoryStream();
        strings.WriteByte(0);
        return strings;
    }
}
