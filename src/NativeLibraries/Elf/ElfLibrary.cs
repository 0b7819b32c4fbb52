using Research.Numerics;

namespace Research.NativeLibraries.Elf;

/// <summary>The symbol versions of a shared library: those that it defines, and those that it asks of others.</summary>
/// <remarks>
/// A 64-bit little-endian ELF file. The tables are found as the loader finds them: program headers, PT_DYNAMIC, DT_VERNEED and DT_VERDEF; section
/// headers may be missing. Source: System V ABI, ch. 5 (dynamic linking); Linux Standard Base Core 5.0, 10.7 (symbol versioning). Oracle: readelf -V.
/// </remarks>
public sealed class ElfLibrary
{
    private const int HeaderBytes = 64;
    private const int ProgramHeaderBytes = 56;
    private const int DynamicEntryBytes = 16;

    private readonly ElfBytes _bytes;
    private readonly string _name;
    private readonly List<Segment> _segments = [];
    private readonly Dictionary<long, long> _dynamic = [];

    private ElfLibrary(ReadOnlyMemory<byte> bytes, string name)
    {
        (_bytes, _name) = (new ElfBytes(bytes, name), name);
        CheckHeader();
        ReadDynamic(ReadSegments());
        Needs = [.. ReadNeeds()];
        Defines = [.. ReadDefined()];
    }

    /// <summary>Versions that it asks of other libraries, in the file's order.</summary>
    public IReadOnlyList<VersionNeed> Needs { get; }

    /// <summary>Versions that it defines, in the file's order; the first is the library itself.</summary>
    public IReadOnlyList<string> Defines { get; }

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">Of the file, for messages.</param>
    /// <exception cref="ResearchException">No 64-bit little-endian ELF file with dynamic sections, or cut off, or its tables go in circles.</exception>
    public static ElfLibrary Read(ReadOnlyMemory<byte> bytes, string name) => new(bytes, name);

    private void CheckHeader()
    {
        if (_bytes.Length < HeaderBytes || !_bytes.At(0, 4).SequenceEqual("\u007fELF"u8))
        {
            throw new ResearchException(
                $"{_name} is no ELF file ({_bytes.Length} bytes; one begins with 7F 45 4C 46 and has at least {HeaderBytes}). Name a Linux library."
            );
        }

        (byte width, byte order) = (_bytes.At(4, 1)[0], _bytes.At(5, 1)[0]);
        if (width != 2 || order != 1)
        {
            throw new ResearchException(
                $"{_name} has ELF class {width} and byte order {order}; class 2 (64 bits) and order 1 (little-endian) are needed. Name a library for x86-64 or arm64."
            );
        }
    }

    // Offset of the dynamic section.
    private (long Offset, long Size) ReadSegments()
    {
        const int Load = 1;
        const int Dynamic = 2;
        (long Offset, long Size)? dynamic = null;
        (long table, int size, int count) = (_bytes.Offset(32), _bytes.Half(54), _bytes.Half(56));
        if (size < ProgramHeaderBytes)
        {
            throw _bytes.Damaged($"its program headers have {size} bytes each, where {ProgramHeaderBytes} are needed");
        }

        for (int i = 0; i < count; i++)
        {
            long at = table + ((long)i * size);
            uint type = _bytes.Word(at);
            if (type is Load or Dynamic)
            {
                var segment = new Segment(_bytes.Offset(at + 16), _bytes.Offset(at + 8), _bytes.Offset(at + 32));
                _segments.Add(segment);
                dynamic = type == Dynamic ? (segment.Offset, segment.Size) : dynamic;
            }
        }

        return dynamic
            ?? throw new ResearchException($"{_name} has no dynamic section, so it is no shared library. Name one (*.so).");
    }

    private void ReadDynamic((long Offset, long Size) section)
    {
        for (long at = section.Offset; at + DynamicEntryBytes <= section.Offset + section.Size; at += DynamicEntryBytes)
        {
            long tag = _bytes.Offset(at);
            if (tag == DynamicTag.Null)
            {
                return;
            }

            if (DynamicTag.IsRead(tag))
            {
                _dynamic[tag] = _bytes.Offset(at + 8);
            }
        }
    }

    private IEnumerable<VersionNeed> ReadNeeds()
    {
        foreach (long library in Chain(DynamicTag.Need, DynamicTag.NeedCount, next: 12))
        {
            string name = Name(_bytes.Word(library + 4));
            long version = library + _bytes.Word(library + 8);
            (int left, uint step) = (_bytes.Half(library + 2), 1);
            for (; left > 0 && step > 0; left--)
            {
                yield return new(name, Name(_bytes.Word(version + 8)), _bytes.Half(version + 4), (int)version + 4);
                step = _bytes.Word(version + 12);
                version += step;
            }
        }
    }

    private IEnumerable<string> ReadDefined()
    {
        foreach (long definition in Chain(DynamicTag.Defined, DynamicTag.DefinedCount, next: 16))
        {
            yield return Name(_bytes.Word(definition + _bytes.Word(definition + 12)));
        }
    }

    // Entries of a table, each of which says how far the next one is; the count ends it, so that a circle cannot last.
    private IEnumerable<long> Chain(long table, long counter, int next)
    {
        if (!_dynamic.TryGetValue(table, out long address))
        {
            yield break;
        }

        long at = OffsetOf(address);
        for (long left = _dynamic.GetValueOrDefault(counter); left > 0; left--)
        {
            yield return at;
            uint step = _bytes.Word(at + next);
            if (step == 0)
            {
                yield break;
            }

            at += step;
        }
    }

    private string Name(uint offset) =>
        _dynamic.TryGetValue(DynamicTag.Strings, out long strings)
            ? _bytes.Text(OffsetOf(strings) + offset)
            : throw _bytes.Damaged("it has no table of strings");

    private long OffsetOf(long address)
    {
        Segment? home = _segments.Find(segment => address >= segment.Address && address - segment.Address < segment.Size);
        return home is not null
            ? home.Offset + (address - home.Address)
            : throw _bytes.Damaged($"no segment holds the address {address}");
    }

    private sealed record Segment(long Address, long Offset, long Size);
}
