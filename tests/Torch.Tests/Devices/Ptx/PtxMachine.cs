using System.Runtime.InteropServices;

namespace Research.Torch.Tests.Devices.Ptx;

/// <summary>Runs kernels: the threads of a block one after the other between barriers, blocks side by side.</summary>
/// <param name="lastFirst">Whether the last thread goes first: where a barrier is missing, the two orders give other values.</param>
internal sealed unsafe class PtxMachine(PtxModule module, bool lastFirst = false)
{
    /// <summary>Launches a kernel over pointers to its arguments, as cuLaunchKernel takes them.</summary>
    public void Launch(string name, int gridX, int gridY, int gridZ, int threads, void** arguments)
    {
        PtxKernel kernel = module[name];
        var parameters = new byte[kernel.ParameterBytes];
        for (int i = 0; i < kernel.Sizes.Length; i++)
        {
            new ReadOnlySpan<byte>(arguments[i], kernel.Sizes[i]).CopyTo(parameters.AsSpan(kernel.Offsets[i]));
        }

        int blocks = gridX * gridY * gridZ;
        if (blocks == 1)
        {
            Block(kernel, parameters, threads, default, gridX);
            return;
        }

        Parallel.For(
            0,
            blocks,
            block =>
            {
                var place = new PtxPlace
                {
                    BlockX = block % gridX,
                    BlockY = block / gridX % gridY,
                    BlockZ = block / gridX / gridY,
                };
                Block(kernel, parameters, threads, place, gridX);
            }
        );
    }

    private void Block(PtxKernel kernel, byte[] parameters, int threads, PtxPlace place, int gridX)
    {
        place.BlocksX = gridX;
        byte* shared = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(kernel.SharedBytes, 64), 64);
        int slots = kernel.Barriers == 0 ? 0 : kernel.Registers;
        ulong* registers = (ulong*)NativeMemory.AllocZeroed((nuint)(Math.Max(1, (long)slots * threads) * sizeof(ulong)));
        try
        {
            fixed (byte* given = parameters)
            {
                Rounds(kernel, given, shared, registers, slots, threads, place);
            }
        }
        finally
        {
            NativeMemory.Free(registers);
            NativeMemory.AlignedFree(shared);
        }
    }

    // All threads of a block must reach the same barrier.
    private void Rounds(PtxKernel kernel, byte* given, byte* shared, ulong* registers, int slots, int threads, PtxPlace place)
    {
        int barrier = 0;
        do
        {
            int reached = 0;
            for (int i = 0; i < threads; i++)
            {
                int thread = lastFirst ? threads - 1 - i : i;
                place.Thread = thread;
                int stop = kernel.Run(given, shared, registers + ((long)slots * thread), barrier, &place);
                if (i > 0 && stop != reached)
                {
                    throw new InvalidOperationException(
                        $"{kernel.Name}: thread {thread} stands at barrier {stop}, the threads before it at {reached}."
                    );
                }

                reached = stop;
            }

            barrier = reached;
        } while (barrier != 0);
    }
}
