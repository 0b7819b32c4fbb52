using NVorbis.Contracts;
using NVorbis.Ogg;

namespace Research.Data.Audio.Decoding;

/// <summary>Whether the codebooks of an Ogg Vorbis file are such that a decoder may read them.</summary>
/// <remarks>
/// NVorbis believes their sizes: some bytes ask it for gigabytes, and a list of code lengths that ends too early is read for ever. Encoders
/// stay far below the bounds. Format: Vorbis I, 3.2.1 (codebooks) and 4.2 (headers).
/// </remarks>
internal static class VorbisBooks
{
    private const int HeadersBefore = 2; // identification and comments
    private const int SignatureBits = 56;
    private const ulong Sync = 0x564342;
    private const int MostEntries = 1 << 18; // of all books together
    private const int MostValues = 1 << 21;
    private const int LongestCode = 32;

    /// <summary>Looks at every stream of the file, as the decoder does.</summary>
    public static bool AreSound(Stream file)
    {
        file.Position = 0;
        bool sound = true;
        using var container = new ContainerReader(file, closeOnDispose: false)
        {
            NewStreamCallback = packets =>
            {
                sound &= IsSound(packets);
                return true;
            },
        };
        while (sound && container.FindNextStream()) { }

        return sound;
    }

    private static bool IsSound(IPacketProvider packets)
    {
        for (int i = 0; i < HeadersBefore; i++)
        {
            packets.GetNextPacket()?.Done();
        }

        return packets.GetNextPacket() is { } setup && IsSound(setup);
    }

    private static bool IsSound(IPacket setup)
    {
        setup.SkipBits(SignatureBits);
        (int entries, long values) = (0, 0);
        for (int left = Bits(setup, 8) + 1; left > 0; left--)
        {
            if (setup.ReadBits(24) != Sync)
            {
                return false;
            }

            (int dimensions, int own) = (Bits(setup, 16), Bits(setup, 24));
            entries += own;
            values += (long)own * dimensions;
            if (
                dimensions < 1
                || own < 1
                || entries > MostEntries
                || values > MostValues
                || !SkipCodes(setup, own)
                || !SkipTable(setup, dimensions, own)
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool SkipCodes(IPacket setup, int entries) =>
        Bits(setup, 1) == 1 ? SkipOrdered(setup, entries) : SkipUnordered(setup, entries);

    // So many codes of each length, the lengths ascending.
    private static bool SkipOrdered(IPacket setup, int entries)
    {
        int read = 0;
        for (int length = Bits(setup, 5) + 1; read < entries; length++)
        {
            if (length > LongestCode || setup.BitsRemaining <= 0)
            {
                return false;
            }

            read += Bits(setup, BitLength(entries - read));
        }

        return read == entries;
    }

    private static bool SkipUnordered(IPacket setup, int entries)
    {
        bool sparse = Bits(setup, 1) == 1;
        for (int i = 0; i < entries; i++)
        {
            if (setup.BitsRemaining <= 0)
            {
                return false;
            }

            if (!sparse || Bits(setup, 1) == 1)
            {
                setup.SkipBits(5);
            }
        }

        return true;
    }

    private static bool SkipTable(IPacket setup, int dimensions, int entries)
    {
        int kind = Bits(setup, 4);
        if (kind == 0)
        {
            return true;
        }

        setup.SkipBits(64); // minimum and step
        int bits = Bits(setup, 4) + 1;
        setup.SkipBits(1);
        long count = kind == 1 ? RootOf(entries, dimensions) : (long)entries * dimensions;
        if (kind > 2 || count * bits > setup.BitsRemaining)
        {
            return false;
        }

        setup.SkipBits((int)(count * bits));
        return true;
    }

    /// <summary>The largest number whose power is at most that of entries.</summary>
    private static int RootOf(int entries, int dimensions)
    {
        int root = 1;
        while (IsPowerAtMost(root + 1, dimensions, entries))
        {
            root++;
        }

        return root;
    }

    private static bool IsPowerAtMost(int root, int dimensions, int most)
    {
        long power = 1;
        for (int i = 0; i < dimensions && power <= most; i++)
        {
            power *= root;
        }

        return power <= most;
    }

    private static int BitLength(int value) => 32 - int.LeadingZeroCount(value);

    private static int Bits(IPacket setup, int count) => (int)setup.ReadBits(count);
}
