using CsCheck;
using Research.Tests;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Research.Torch.Tests.States;

/// <summary>Random and mutated weights: loaded or refused, and never with more memory than the file has.</summary>
public class StateFileFuzzTests
{
    private const int Cases = 600;
    private const long MostBytes = 1 << 20;

    [Fact]
    public void Mutated_weights_are_loaded_or_refused()
    {
        using Sequential net = Net();
        MutatedBytes.Of(Saved(net)).HoldsFor(Cases, bytes => Check(net, new MemoryStream(bytes)));
    }

    [Fact]
    public void Mutated_weights_from_a_stream_of_unknown_length_are_loaded_or_refused()
    {
        using Sequential net = Net();
        MutatedBytes.Of(Saved(net)).HoldsFor(Cases, bytes => Check(net, new Pipe(bytes)));
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        using Sequential net = Net();
        Gen.Byte.Array[0, 80].HoldsFor(Cases, bytes => Check(net, new MemoryStream(bytes)));
    }

    [Fact]
    public void Mutated_state_of_an_optimiser_is_loaded_or_refused()
    {
        using Sequential net = Net();
        using var adam = optim.Adam(net.parameters());
        using var file = new MemoryStream();
        adam.save_state_dict(new BinaryWriter(file));
        MutatedBytes
            .Of(file.ToArray())
            .HoldsFor(Cases, bytes => Check(() => adam.load_state_dict(new BinaryReader(new MemoryStream(bytes)))));
    }

    [Fact]
    public void Sizes_whose_product_wraps_around_are_refused_as_cut_off() =>
        Assert.Contains("ends within", Refusal(Tensor(1L << 24, 1L << 24, 1L << 24)), StringComparison.Ordinal);

    [Fact]
    public void Two_tensors_of_one_name_are_refused() =>
        Assert.Contains(
            "two tensors named '0.weight'",
            Refusal([2, .. Tensor(1)[1..], .. Tensor(1)[1..]]),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_count_below_zero_is_refused() =>
        Assert.Contains("-1 tensors", Refusal(Written(writer => writer.Write7BitEncodedInt64(-1))), StringComparison.Ordinal);

    // One tensor of float32 with four bytes.
    private static byte[] Tensor(params long[] sizes) =>
        Written(writer =>
        {
            writer.Write7BitEncodedInt64(1);
            writer.Write("0.weight");
            writer.Write7BitEncodedInt64((long)ScalarType.Float32);
            writer.Write7BitEncodedInt64(sizes.Length);
            Array.ForEach(sizes, writer.Write7BitEncodedInt64);
            writer.Write(1f);
        });

    private static byte[] Written(Action<BinaryWriter> write)
    {
        using var file = new MemoryStream();
        write(new BinaryWriter(file));
        return file.ToArray();
    }

    private static string Refusal(byte[] file)
    {
        using Sequential net = Net();
        return Assert.Throws<InvalidDataException>(() => net.load(new MemoryStream(file))).Message;
    }

    private static void Check(Sequential net, Stream file) => Check(() => net.load(file));

    private static void Check(Action load) =>
        HostileInput.IsReadOrRefused(
            () =>
            {
                using DisposeScope scope = NewDisposeScope();
                load();
            },
            MostBytes,
            error => error is InvalidDataException || error.GetType() == typeof(ArgumentException)
        );

    private static Sequential Net() => Sequential(Linear(3, 4), ReLU(), Linear(4, 2));

    private static byte[] Saved(Sequential net)
    {
        using var file = new MemoryStream();
        net.save(file);
        return file.ToArray();
    }

    private sealed class Pipe(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
