using System.Buffers.Binary;
using System.Text;
using Research.Numerics;

namespace Research.Data.Weights.Torch;

/// <summary>Reads the pickles that PyTorch writes around tensors: data only, by a closed list of operations and names.</summary>
/// <remarks>
/// Source: the opcodes of Python's module pickletools, protocols 2 to 5. Python's own reader calls whatever a pickle names; this one knows no calls but those of
/// <see cref="TorchNames"/>, which it answers with values of its own. What a pickle builds is never walked to its depth, so one that holds itself does no harm.
/// </remarks>
internal sealed class Unpickler
{
    private const long MostBytes = 1 << 22; // DenseNet-121's has a tenth of that
    private const int MostTextBytes = 1 << 16;
    private const int MostLongBytes = 8;

    private readonly Stream _stream;
    private readonly long _start;
    private readonly List<object?> _stack = [];
    private readonly Stack<int> _marks = new();
    private readonly Dictionary<long, object?> _memo = [];
    private long _place;

    private Unpickler(Stream stream) => (_stream, _start) = (stream, stream.Position);

    /// <summary>What the pickle at the stream's place says; the stream is behind it afterwards.</summary>
    /// <returns>A <see cref="PickleMap"/>, list, array (a tuple), text, number, truth value, null, or a value of <see cref="TorchNames"/>.</returns>
    /// <exception cref="InvalidDataException">It does something that a file of weights does not; names what, and the byte.</exception>
    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    public static object? Read(Stream stream) => new Unpickler(stream).Run();

    private object? Run()
    {
        while (true)
        {
            _place = _stream.Position;
            if (_place - _start > MostBytes)
            {
                throw Refused($"has more than {MostBytes} bytes");
            }

            byte code = Byte();
            if (code == '.')
            {
                return Pop();
            }

            if (!Constant(code) && !Container(code) && !Memo(code) && !Call(code))
            {
                throw Refused($"has the operation 0x{code:X2}, which no file of weights needs");
            }
        }
    }

    private bool Constant(byte code)
    {
        switch (code)
        {
            case 0x80: // PROTO
                _ = Byte();
                return true;
            case 0x95: // FRAME
                _ = Take(sizeof(long));
                return true;
            case (byte)'N':
                return Push(null);
            case 0x88: // NEWTRUE
                return Push(true);
            case 0x89: // NEWFALSE
                return Push(false);
            case (byte)'K': // BININT1
                return Push((long)Byte());
            case (byte)'M': // BININT2
                return Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2)));
            case (byte)'J': // BININT
                return Push((long)Int());
            case 0x8A: // LONG1
                return Push(Long());
            case (byte)'G': // BINFLOAT
                return Push(BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double))));
            case (byte)'X': // BINUNICODE
            case (byte)'T': // BINSTRING, of Python 2
                return Push(Text(Int()));
            case 0x8C: // SHORT_BINUNICODE
            case (byte)'U': // SHORT_BINSTRING, of Python 2
                return Push(Text(Byte()));
            default:
                return false;
        }
    }

    private bool Container(byte code)
    {
        switch (code)
        {
            case (byte)'(': // MARK
                _marks.Push(_stack.Count);
                return true;
            case (byte)'}': // EMPTY_DICT
                return Push(new PickleMap());
            case (byte)']': // EMPTY_LIST
                return Push(new List<object?>());
            case (byte)')': // EMPTY_TUPLE
                return Push(Array.Empty<object?>());
            case (byte)'t': // TUPLE
                return Push(Marked());
            case 0x85: // TUPLE1
            case 0x86: // TUPLE2
            case 0x87: // TUPLE3
                return Push(Last(code - 0x84));
            case (byte)'a': // APPEND
                return Append(Last(1));
            case (byte)'e': // APPENDS
                return Append(Marked());
            case (byte)'s': // SETITEM
                return Set(Last(2));
            case (byte)'u': // SETITEMS
                return Set(Marked());
            default:
                return false;
        }
    }

    private bool Memo(byte code)
    {
        switch (code)
        {
            case (byte)'q': // BINPUT
                _memo[Byte()] = Top();
                return true;
            case (byte)'r': // LONG_BINPUT
                _memo[Int()] = Top();
                return true;
            case 0x94: // MEMOIZE
                _memo[_memo.Count] = Top();
                return true;
            case (byte)'h': // BINGET
                return Push(Remembered(Byte()));
            case (byte)'j': // LONG_BINGET
                return Push(Remembered(Int()));
            default:
                return false;
        }
    }

    private bool Call(byte code)
    {
        switch (code)
        {
            case (byte)'c': // GLOBAL
                return Push(Known($"{Line()}.{Line()}"));
            case 0x93: // STACK_GLOBAL
                return Push(Known(string.Join('.', Last(2))));
            case (byte)'Q': // BINPERSID
                return Push(TorchNames.Storage(Pop()) ?? throw Refused("names numbers elsewhere in no known way"));
            case (byte)'R': // REDUCE
                (object? arguments, object? function) = (Pop(), Pop());
                return Push(
                    TorchNames.Call(function, arguments)
                        ?? throw Refused(
                            $"calls {Printable.Of(function is PickleName name ? name.Name : "what is no function")} with arguments that do not fit"
                        )
                );
            case (byte)'b': // BUILD: attributes of a dictionary, such as its _metadata, are left out
                _ = Pop();
                return Top() is PickleMap ? true : throw Refused("gives attributes to something else than a dictionary");
            default:
                return false;
        }
    }

    private PickleName Known(string name) =>
        TorchNames.IsKnown(name)
            ? new PickleName(name)
            : throw Refused($"names '{Printable.Of(name)}', which could run a program; weights need only tensors");

    private bool Push(object? value)
    {
        _stack.Add(value);
        return true;
    }

    private object? Pop()
    {
        object? value = Top();
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    private object? Top() =>
        _stack.Count > (_marks.Count == 0 ? 0 : _marks.Peek()) ? _stack[^1] : throw Refused("takes a value that is not there");

    private object?[] Marked() =>
        _marks.TryPop(out int mark) && mark <= _stack.Count
            ? Last(_stack.Count - mark)
            : throw Refused("closes what it has not opened");

    private object?[] Last(int count)
    {
        if (count > _stack.Count - (_marks.Count == 0 ? 0 : _marks.Peek()))
        {
            throw Refused("takes values that are not there");
        }

        object?[] values = [.. _stack.Skip(_stack.Count - count)];
        _stack.RemoveRange(_stack.Count - count, count);
        return values;
    }

    private bool Append(object?[] values)
    {
        (Top() as List<object?> ?? throw Refused("appends to something else than a list")).AddRange(values);
        return true;
    }

    private bool Set(object?[] values)
    {
        if (Top() is not PickleMap map || values.Length % 2 != 0)
        {
            throw Refused("sets entries of something else than a dictionary");
        }

        map.Entries.AddRange(values.Chunk(2).Select(pair => (pair[0], pair[1])));
        return true;
    }

    private object? Remembered(long key) =>
        _memo.TryGetValue(key, out object? value) ? value : throw Refused($"recalls value {key}, which it has not kept");

    private byte Byte() => Take(1)[0];

    private int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    private byte[] Take(int count)
    {
        byte[] bytes = new byte[count];
        _stream.ReadExactly(bytes);
        return bytes;
    }

    private long Long()
    {
        int length = Byte();
        if (length > MostLongBytes)
        {
            throw Refused($"has a number of {length} bytes");
        }

        byte[] bytes = Take(length);
        long value = length > 0 && bytes[^1] > 0x7F ? -1 : 0; // two's complement
        for (int i = length - 1; i >= 0; i--)
        {
            value = (value << 8) | bytes[i];
        }

        return value;
    }

    private string Text(int length) =>
        length is >= 0 and <= MostTextBytes
            ? Encoding.UTF8.GetString(Take(length))
            : throw Refused($"has a text of {length} bytes");

    private string Line()
    {
        var line = new StringBuilder();
        for (byte next = Byte(); next != '\n'; next = Byte())
        {
            line.Append(line.Length < MostTextBytes ? (char)next : throw Refused("has a name without an end"));
        }

        return line.ToString();
    }

    private InvalidDataException Refused(string what) =>
        new($"its pickle {what} (at byte {_place - _start}); it is not read on.");
}
