using System.Runtime.InteropServices;
using Research.Numerics;
using Research.Torch.Devices;
using Research.Torch.Kernels;
using Research.Torch.Kernels.Cpu;

namespace Research.Torch.Tests.Devices;

/// <summary>The CPU's kernels and a GPU's on the same memory: what one is asked, the other is asked too, and all memory is compared bit by bit.</summary>
internal sealed unsafe class Twin : IDisposable
{
    private readonly Place _place;
    private readonly Action _afterRun;
    private readonly List<Memory> _memory = [];

    /// <param name="place">Whose kernels are compared with the CPU's.</param>
    /// <param name="afterRun">Looks at the device after each run.</param>
    public Twin(Place place, ulong seed, Action afterRun)
    {
        (_place, _afterRun) = (place, afterRun);
        Rng = Rng.For(seed, "twin");
    }

    public Rng Rng { get; }

    /// <summary>Whether nothing more is done once a value differed.</summary>
    public bool StopsAtDifference { get; init; }

    /// <summary>How many values differed, over all runs.</summary>
    public long Differences { get; private set; }

    /// <summary>What differed first.</summary>
    public string First { get; private set; } = "";

    /// <summary>Does the same on both sides and compares all memory.</summary>
    public void Run(string what, Action<IKernels, Func<Memory?, nint>> work)
    {
        if (StopsAtDifference && Differences > 0)
        {
            return;
        }

        foreach (Memory memory in _memory)
        {
            _place.Upload((void*)memory.Host, (void*)memory.Device, memory.Bytes);
        }

        work(CpuKernels.Instance, memory => memory?.Host ?? 0);
        work(_place.Kernels, memory => memory?.Device ?? 0);
        _afterRun();
        foreach (Memory memory in _memory)
        {
            Compare(what, memory);
        }
    }

    /// <summary>Numbers of which some are subnormal, huge, infinite, NaN or zeros of both signs.</summary>
    public Memory Wild(long count) =>
        Floats(count, i => Rng.NextInt(4) == 0 ? Special(Rng.NextInt(12)) : (float)(Rng.NextNormal() * 3));

    /// <summary>Any bits that a float can have.</summary>
    public Memory AnyBits(long count) => Floats(count, _ => BitConverter.UInt32BitsToSingle((uint)Rng.NextUInt64()));

    /// <summary>Numbers whose sums round at every step.</summary>
    public Memory Normal(long count) => Floats(count, _ => (float)Rng.NextNormal());

    /// <summary>Numbers of which a few are subnormal or zeros of both signs, for sums that an infinity would make dull.</summary>
    public Memory Tame(long count) => Floats(count, _ => Rng.NextInt(8) == 0 ? Special(Rng.NextInt(5)) : (float)Rng.NextNormal());

    public Memory Floats(long count, Func<long, float> value)
    {
        Memory memory = New(count * sizeof(float), isFloat: true);
        for (long i = 0; i < count; i++)
        {
            ((float*)memory.Host)[i] = value(i);
        }

        return memory;
    }

    public Memory Longs(long count, Func<long, long> value)
    {
        Memory memory = New(count * sizeof(long), isFloat: false);
        for (long i = 0; i < count; i++)
        {
            ((long*)memory.Host)[i] = value(i);
        }

        return memory;
    }

    public Memory Bools(long count)
    {
        Memory memory = New(count, isFloat: false);
        for (long i = 0; i < count; i++)
        {
            ((bool*)memory.Host)[i] = Rng.NextInt(2) == 1;
        }

        return memory;
    }

    /// <summary>Memory that holds zeros.</summary>
    public Memory New(long bytes, bool isFloat)
    {
        nint host = (nint)NativeMemory.AlignedAlloc((nuint)(bytes + 64), 64);
        new Span<byte>((void*)host, checked((int)bytes)).Clear();
        var memory = new Memory(host, (nint)_place.Take(Math.Max(1, bytes), out long size), bytes, size, isFloat);
        _memory.Add(memory);
        return memory;
    }

    /// <summary>Lets memory go, so that later runs do not compare it.</summary>
    public void Clear()
    {
        foreach (Memory memory in _memory)
        {
            NativeMemory.AlignedFree((void*)memory.Host);
            _place.Return((byte*)memory.Device, memory.Size);
        }

        _memory.Clear();
    }

    public void Dispose() => Clear();

    private static float Special(int which) =>
        which switch
        {
            0 => -0f,
            1 => 0f,
            2 => float.Epsilon,
            3 => -1.1e-39f,
            4 => 1.17549435e-38f,
            5 => float.PositiveInfinity,
            6 => float.NegativeInfinity,
            7 => float.NaN,
            8 => float.MaxValue,
            9 => -3e38f,
            10 => 1,
            _ => -1,
        };

    private void Compare(string what, Memory memory)
    {
        byte[] found = new byte[memory.Bytes];
        fixed (byte* target = found)
        {
            _place.Download((void*)memory.Device, target, memory.Bytes);
        }

        if (!memory.IsFloat)
        {
            var host = new ReadOnlySpan<byte>((void*)memory.Host, found.Length);
            for (int i = 0; i < found.Length; i++)
            {
                if (host[i] != found[i])
                {
                    Note($"{what}, byte {i}: {found[i]}, on the CPU {host[i]}");
                }
            }

            return;
        }

        ReadOnlySpan<float> values = MemoryMarshal.Cast<byte, float>(found);
        for (int i = 0; i < values.Length; i++)
        {
            float expected = ((float*)memory.Host)[i];
            if (Of(expected) != Of(values[i]))
            {
                Note($"{what}, element {i}: {values[i]:R}, on the CPU {expected:R}");
            }
        }
    }

    private void Note(FormattableString difference) =>
        First = Differences++ == 0 ? FormattableString.Invariant(difference) : First;

    private static int Of(float x) => BitConverter.SingleToInt32Bits(float.IsNaN(x) ? float.NaN : x);

    /// <summary>A piece of memory on both sides.</summary>
    internal sealed record Memory(nint Host, nint Device, long Bytes, long Size, bool IsFloat);
}
