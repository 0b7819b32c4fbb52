using Research.Numerics;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers.</summary>
    /// <remarks>
    /// The numbers come from the project's counter-based generator: the same on every machine, and not PyTorch's Mersenne twister.
    /// Its state is the seed and the count of words drawn. The default generator is a thread's own, so that experiments that run side
    /// by side do not draw from one another; seed it with <c>torch.manual_seed</c>.
    /// </remarks>
    public class Generator : IDisposable
    {
        private const string Stream = "torch";

        [ThreadStatic]
        private static Generator? _default;

        private ulong _seed;

        public Generator(ulong seed = 0, Device? device = null)
        {
            Available(device);
            manual_seed((long)seed);
        }

        public static Generator Default => _default ??= new Generator();

        public Device device => CPU;

        internal Rng Rng { get; private set; } = null!;

        public Generator manual_seed(long seed)
        {
            _seed = (ulong)seed;
            Rng = Rng.For(_seed, Stream);
            return this;
        }

        public long initial_seed() => (long)_seed;

        /// <summary>Two whole numbers: the seed, and the words drawn so far.</summary>
        public Tensor get_state() => tensor([(long)_seed, (long)Rng.Position]);

        public void set_state(Tensor value)
        {
            if (value.dtype != ScalarType.Int64 || value.numel() != 2)
            {
                throw new ArgumentException("set_state: a state is what get_state returned, two Int64 numbers.");
            }

            long[] state = value.data<long>().ToArray();
            _seed = (ulong)state[0];
            Rng = Rng.At(_seed, Stream, (ulong)state[1]);
        }

        protected virtual void Dispose(bool disposing) { }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }
    }

    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    public static long initial_seed() => random.initial_seed();

    public static Tensor get_rng_state() => random.get_rng_state();

    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);

    /// <summary>The default generator of this thread.</summary>
    public static partial class random
    {
        public static long initial_seed() => Generator.Default.initial_seed();

        public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

        public static Tensor get_rng_state() => Generator.Default.get_state();

        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }
}
