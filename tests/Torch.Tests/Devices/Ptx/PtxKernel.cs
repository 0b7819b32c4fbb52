namespace Research.Torch.Tests.Devices.Ptx;

/// <summary>One kernel, compiled: runs a thread of a block from where it last stood to its next barrier.</summary>
/// <param name="parameters">The arguments, laid out as the kernel's parameters are.</param>
/// <param name="shared">The block's memory.</param>
/// <param name="registers">What the thread's registers hold between barriers, eight bytes each; null for a kernel without barriers.</param>
/// <param name="resume">The barrier to go on from; 0 for the beginning.</param>
/// <param name="place">The thread's place.</param>
/// <returns>The barrier that was reached; 0 at the end.</returns>
internal unsafe delegate int PtxThread(byte* parameters, byte* shared, ulong* registers, int resume, PtxPlace* place);

/// <summary>A thread's place in its block and the block's in the grid.</summary>
internal struct PtxPlace
{
    public int Thread;
    public int BlockX;
    public int BlockY;
    public int BlockZ;
    public int BlocksX;
}

/// <summary>A kernel as the machine runs it.</summary>
/// <param name="Sizes">Bytes of each parameter.</param>
/// <param name="Offsets">Where each parameter lies.</param>
internal sealed record PtxKernel(
    string Name,
    int[] Sizes,
    int[] Offsets,
    int ParameterBytes,
    int SharedBytes,
    int Registers,
    int Barriers,
    PtxThread Run
);
