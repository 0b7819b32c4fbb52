using Research.Numerics;
using Research.Torch;
using Research.Torch.Devices;
using Research.Torch.Functions;
using Research.Torch.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Uniform in [0, 1).</summary>
    public static Tensor rand(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => Wanting(empty(size, dtype, device, names: names).uniform_(0, 1, generator), requires_grad);

    public static Tensor rand(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => rand([size], dtype, device, requires_grad, generator, names);

    public static Tensor rand(
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => rand([rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>Standard normal.</summary>
    public static Tensor randn(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => Wanting(empty(size, dtype, device, names: names).normal_(0, 1, generator), requires_grad);

    public static Tensor randn(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => randn([size], dtype, device, requires_grad, generator, names);

    public static Tensor randn(
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => randn([rows, columns], dtype, device, requires_grad, generator, names);

    /// <summary>Whole numbers from 0 to below high.</summary>
    public static Tensor randint(
        long high,
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => randint(0, high, size, dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        long low,
        long high,
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    )
    {
        Rng rng = (generator ?? Generator.Default).Rng;
        Tensor result = Tensor.New(Unnamed(size, names), ScalarTypes.Checked(dtype, ScalarType.Int64), HostPlace.Instance);
        for (long i = 0; i < result.numel(); i++)
        {
            result.WriteNumber(i, low + rng.NextInt(checked((int)(high - low))));
        }

        return Wanting(result.to(Available(device)), requires_grad);
    }

    /// <summary>0 … n − 1 in random order.</summary>
    public static Tensor randperm(
        long n,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null
    )
    {
        int[] order = (generator ?? Generator.Default).Rng.Permutation(checked((int)n));
        Tensor result = tensor(order.Select(i => (long)i).ToArray(), device: device);
        return dtype is { } type ? result.to_type(type) : result;
    }

    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        rand(input.Sizes, dtype, device ?? input.device, requires_grad);

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randn(input.Sizes, dtype, device ?? input.device, requires_grad);

    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) =>
        mean + (std * randn(mean.Sizes, device: mean.device, generator: generator));

    public partial class Tensor
    {
        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Draw("uniform_", generator, new(DrawKind.Uniform, from, to));

        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null) =>
            Draw("normal_", generator, new(DrawKind.Normal, mean, std));

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) =>
            Draw("bernoulli_", generator, new(DrawKind.Bernoulli, p));

        /// <summary>1 with the probability that the element states, else 0.</summary>
        public unsafe Tensor bernoulli(Generator? generator = null)
        {
            Rng rng = (generator ?? Generator.Default).Rng;
            Tensor result = NewHere(Sizes, ScalarType.Float32);
            Kernels.Draw(new(Floats), rng, result.Floats, numel());
            return result;
        }

        private unsafe Tensor Draw(string operation, Generator? generator, Draw draw)
        {
            if (Research.Torch.Autograd.Graph.Wanted(this))
            {
                throw new InvalidOperationException(
                    $"{operation}: a leaf that requires a gradient can be filled only under no_grad()."
                );
            }

            Rng rng = (generator ?? Generator.Default).Rng;
            if (dtype == ScalarType.Float32)
            {
                Kernels.Draw(draw, rng, Floats, numel());
            }
            else
            {
                DrawWhole(draw, rng);
            }

            Block.Version++;
            return this;
        }

        // Numbers of another type are drawn on the host.
        private unsafe void DrawWhole(Draw draw, Rng rng)
        {
            using Tensor drawn = New(Sizes, ScalarType.Float32, HostPlace.Instance);
            drawn.Kernels.Draw(draw, rng, drawn.Floats, numel());
            using Tensor own = Raw.Convert(drawn, dtype);
            Place.Upload(own.Data, Data, numel() * ElementSize);
        }
    }
}
