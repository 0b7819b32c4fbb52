using System.Runtime.InteropServices;
using Research.Torch.Kernels;

namespace Research.Torch.Devices.Cuda;

/// <summary>A parameter in an optimiser's step, as Kernels/optimisers.cl declares it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct CudaTask(UpdateTask task)
{
    public readonly float* Parameter = task.Parameter;
    public readonly float* Gradient = task.Gradient;
    public readonly float* First = task.First;
    public readonly float* Second = task.Second;
    public readonly float* Third = task.Third;
    public readonly long Count = task.Count;
    public readonly float Beta1 = task.Factors.Beta1;
    public readonly float Rest1 = 1 - task.Factors.Beta1;
    public readonly float Beta2 = task.Factors.Beta2;
    public readonly float Rest2 = 1 - task.Factors.Beta2;
    public readonly float Epsilon = task.Factors.Epsilon;
    public readonly float Step = task.Factors.StepSize;
    public readonly float Root = task.Factors.RootCorrection;
    public readonly float WeightDecay = task.Factors.WeightDecay;
    public readonly float Decay = task.Factors.Decay;
    public readonly float Sign = task.Factors.Maximize ? -1 : 1;
    public readonly float Share = task.Share;
    private readonly float _unused;
}
