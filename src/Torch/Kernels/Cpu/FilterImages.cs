using Research.Numerics;
using Research.Numerics.LinearAlgebra;
using Research.Torch.Memory;

namespace Research.Torch.Kernels.Cpu;

/// <summary>A few images with their padding, and the gradients of their outputs packed: the factors of the kernels' gradient.</summary>
internal sealed unsafe class FilterImages(Conv conv, int together) : IDisposable
{
    private readonly PhasePlanes _planes = new(conv);
    private readonly long _planesShare = new PhasePlanes(conv).Floats;
    private readonly long _slopesShare = PackedRightMatrix.Floats(conv.OutPixels, conv.OutPerGroup);
    private readonly HostBlock _planesRoom = new(new PhasePlanes(conv).Floats * together * conv.Groups * sizeof(float));
    private readonly HostBlock _slopesRoom = new(
        PackedRightMatrix.Floats(conv.OutPixels, conv.OutPerGroup) * together * conv.Groups * sizeof(float)
    );

    public void Read(float* input, float* gradient, int first, int count) =>
        ParallelLoop.For(
            count * conv.Groups,
            item =>
            {
                (int image, int group) = Math.DivRem(item, conv.Groups);
                long channels = ((long)(first + image) * conv.InChannels) + ((long)group * conv.InPerGroup);
                _planes.Fill(input + (channels * conv.InPixels), Planes(image, group));
                long outs = ((long)(first + image) * conv.OutChannels) + ((long)group * conv.OutPerGroup);
                Slopes(image, group).Pack(new MatrixPanels<float>(new(gradient + (outs * conv.OutPixels), 1, conv.OutPixels)));
            }
        );

    public float* Planes(int image, int group) =>
        (float*)_planesRoom.Data + (_planesShare * (((long)image * conv.Groups) + group));

    /// <summary>Shape [positions, output channels].</summary>
    public PackedRightMatrix Slopes(int image, int group) =>
        new(conv.OutPixels, conv.OutPerGroup, (float*)_slopesRoom.Data + (_slopesShare * (((long)image * conv.Groups) + group)));

    public void Dispose()
    {
        _planesRoom.Release();
        _slopesRoom.Release();
    }
}
