using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    public void Draw(Draw draw, Rng rng, float* target, long count)
    {
        for (long i = 0; i < count; i++)
        {
            target[i] = draw.Kind switch
            {
                DrawKind.Uniform => (float)rng.NextDouble(draw.First, draw.Second),
                DrawKind.Normal => (float)(draw.First + (draw.Second * rng.NextNormal())),
                DrawKind.Bernoulli => rng.NextDouble() < draw.First ? 1 : 0,
                _ => rng.NextDouble() < draw.Probabilities[i] ? 1 : 0,
            };
        }
    }
}
