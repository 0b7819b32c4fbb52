using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Research.Numerics;

/// <summary>A stream of random numbers, named by a seed and a stream name; streams share no state.</summary>
/// <remarks>
/// Counter-based (Philox 4×32-10): the n-th number is a function of (seed, name, n), so a stream's whole state is its
/// <see cref="Position"/>. The key is the first half of SHA-256 over the name; the seed is the counter's upper half.
/// Not safe for use by two threads: give each its own stream.
/// </remarks>
public sealed class Rng
{
    private readonly ulong _key;
    private readonly ulong _seed;
    private ulong _spare;

    private Rng(ulong seed, ulong key)
    {
        _seed = seed;
        _key = key;
    }

    /// <summary>Count of 64-bit words drawn so far; setting it continues the stream from there.</summary>
    public ulong Position { get; private set; }

    /// <summary>The stream of that seed and name, at its beginning.</summary>
    public static Rng For(ulong seed, string stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(stream));
        return new Rng(seed, BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }

    /// <summary>The same stream at a saved position, as a checkpoint needs it.</summary>
    public static Rng At(ulong seed, string stream, ulong position)
    {
        Rng rng = For(seed, stream);
        rng.Position = position & ~1UL;
        if (position % 2 == 1)
        {
            rng.NextUInt64();
        }

        return rng;
    }

    /// <summary>Hands over the next words, which another device draws: word n is the half n mod 2 of Philox's block n/2 of (seed, key).</summary>
    /// <returns>What the words are functions of, and the first one's number.</returns>
    public (ulong Seed, ulong Key, ulong First) Take(ulong words)
    {
        ulong first = Position;
        ulong next = first + words;
        Position = next & ~1UL;
        if (next % 2 == 1)
        {
            NextUInt64();
        }

        return (_seed, _key, first);
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextUInt64()
    {
        ulong position = Position++;
        if (position % 2 == 1)
        {
            return _spare;
        }

        (uint a, uint b, uint c, uint d) = Philox.Block(position / 2, _seed, _key);
        _spare = ((ulong)d << 32) | c;
        return ((ulong)b << 32) | a;
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / 9_007_199_254_740_992);

    /// <summary>Uniform in [low, high).</summary>
    public double NextDouble(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>Standard normal: Box and Muller (1958), one value a pair of uniforms.</summary>
    public double NextNormal()
    {
        double radius = Math.Sqrt(-2 * PortableMath.Log(1 - NextDouble()));
        return radius * PortableMath.Cos(2 * 3.141592653589793 * NextDouble());
    }

    /// <summary>Uniform in 0 … bound − 1, without bias.</summary>
    /// <remarks>Lemire (2019), "Fast random integer generation in an interval", ACM TOMACS 29(1).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        ulong range = (ulong)bound;
        ulong high = Math.BigMul(NextUInt64(), range, out ulong low);
        if (low < range)
        {
            ulong threshold = (0 - range) % range;
            while (low < threshold)
            {
                high = Math.BigMul(NextUInt64(), range, out low);
            }
        }

        return (int)high;
    }

    /// <summary>A uniform permutation of 0 … count − 1 (Fisher and Yates).</summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
        }

        Shuffle(order.AsSpan());
        return order;
    }

    /// <summary>Puts the items into a uniformly random order, in place.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
