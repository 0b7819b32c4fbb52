using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Parameter updates in one pass, element by element, in the order of operations that PyTorch has.</summary>
internal static unsafe class Optimisers
{
    private const int Lanes = 8;
    private const int Piece = 1 << 14; // elements that one call updates

    public static void AddScaled(float* target, float* source, float factor, long count)
    {
        Vector256<float> scale = Vector256.Create(factor);
        long i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            Fused.MultiplyAdd(Vector256.Load(source + i), scale, Vector256.Load(target + i)).Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] = Fused.MultiplyAdd(source[i], factor, target[i]);
        }
    }

    /// <summary>Calls the body for pieces of all tasks, side by side where there are many.</summary>
    public static void Pieces(ReadOnlySpan<UpdateTask> tasks, Action<UpdateTask, long, long> body)
    {
        fixed (UpdateTask* first = tasks)
        {
            UpdateTask* all = first;
            int* ends = stackalloc int[tasks.Length]; // pieces of this task and those before it
            int pieces = 0;
            for (int i = 0; i < tasks.Length; i++)
            {
                pieces += (int)((tasks[i].Count + Piece - 1) / Piece);
                ends[i] = pieces;
            }

            Loops.Items(
                pieces,
                Piece,
                piece =>
                {
                    int i = 0;
                    while (ends[i] <= piece)
                    {
                        i++;
                    }

                    long from = (piece - (i == 0 ? 0 : ends[i - 1])) * (long)Piece;
                    body(all[i], from, Math.Min(Piece, all[i].Count - from));
                }
            );
        }
    }

    /// <summary>Kingma and Ba (2015), algorithm 1; AMSGrad of Reddi et al. (2018) where the largest is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Adam(UpdateTask task, long first, long count)
    {
        float* parameter = task.Parameter;
        float* gradient = task.Gradient;
        float* mean = task.First;
        float* square = task.Second;
        float* largest = task.Third;
        var factors = new AdamVectors(task.Factors);
        for (long i = first; i < first + count; i += Lanes)
        {
            int live = (int)Math.Min(Lanes, first + count - i);
            Vector256<float> p = Load(parameter + i, live) * factors.Decay;
            Vector256<float> g = Fused.MultiplyAdd(p, factors.WeightDecay, Load(gradient + i, live) * factors.Sign);
            Vector256<float> m = Fused.MultiplyAdd(factors.Beta1, Load(mean + i, live), g * factors.Rest1);
            Vector256<float> v = Fused.MultiplyAdd(factors.Beta2, Load(square + i, live), g * g * factors.Rest2);
            Store(m, mean + i, live);
            Store(v, square + i, live);
            if (largest != null)
            {
                v = Larger.Of(Load(largest + i, live), v);
                Store(v, largest + i, live);
            }

            Vector256<float> root = (Vector256.Sqrt(v) / factors.RootCorrection) + factors.Epsilon;
            Store(Fused.MultiplyAdd(-factors.StepSize, m / root, p), parameter + i, live);
        }
    }

    /// <summary>Gradient descent with momentum (Sutskever et al., 2013, in PyTorch's form).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Descent(UpdateTask task, long first, long count, DescentFactors f)
    {
        float* parameter = task.Parameter;
        float* buffer = task.First;
        Vector256<float> zero = Vector256<float>.Zero;
        Vector256<float> momentum = Vector256.Create(f.Momentum);
        for (long i = first; i < first + count; i += Lanes)
        {
            int live = (int)Math.Min(Lanes, first + count - i);
            Vector256<float> p = Load(parameter + i, live);
            Vector256<float> g = Load(task.Gradient + i, live);
            g = f.Maximize ? -g : g;
            g = f.WeightDecay == 0 ? g : g + Fused.MultiplyAdd(p, Vector256.Create(f.WeightDecay), zero);
            if (buffer != null)
            {
                Vector256<float> b = Fused.MultiplyAdd(Load(buffer + i, live), momentum, zero);
                b = Fused.MultiplyAdd(g, Vector256.Create(task.Share), b);
                Store(b, buffer + i, live);
                g = f.Nesterov ? g + Fused.MultiplyAdd(b, momentum, zero) : b;
            }

            Store(Fused.MultiplyAdd(g, Vector256.Create(f.Rate), p), parameter + i, live);
        }
    }

    private static Vector256<float> Load(float* source, int live) =>
        live == Lanes ? Vector256.Load(source) : Loops.LoadPart(source, live);

    private static void Store(Vector256<float> value, float* target, int live)
    {
        if (live == Lanes)
        {
            value.Store(target);
        }
        else
        {
            Loops.StorePart(value, target, live);
        }
    }

    private readonly struct AdamVectors(AdamFactors f)
    {
        public readonly Vector256<float> Decay = Vector256.Create(f.Decay);
        public readonly Vector256<float> Sign = Vector256.Create(f.Maximize ? -1f : 1f);
        public readonly Vector256<float> WeightDecay = Vector256.Create(f.WeightDecay);
        public readonly Vector256<float> Beta1 = Vector256.Create(f.Beta1);
        public readonly Vector256<float> Rest1 = Vector256.Create(1 - f.Beta1);
        public readonly Vector256<float> Beta2 = Vector256.Create(f.Beta2);
        public readonly Vector256<float> Rest2 = Vector256.Create(1 - f.Beta2);
        public readonly Vector256<float> RootCorrection = Vector256.Create(f.RootCorrection);
        public readonly Vector256<float> Epsilon = Vector256.Create(f.Epsilon);
        public readonly Vector256<float> StepSize = Vector256.Create(f.StepSize);
    }
}
