using Research.Torch.Memory;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Research.Torch.Tests.Memory;

/// <summary>The pool is one for all threads: nothing else runs meanwhile.</summary>
[Collection(Alone.Name)]
public class MemoryTests
{
    // Of one step of the small net below (230 kB measured): what the recorded operations themselves take.
    private const long HeapBytesPerStep = 320 * 1024;

    [Fact]
    public void Ten_training_steps_give_all_memory_back()
    {
        using var run = new Run();
        run.Step(); // gradients and the optimiser's state come with the first
        long before = Settled();
        for (int i = 0; i < 10; i++)
        {
            run.Step();
        }

        Assert.Equal(before, Settled());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    public void A_training_step_takes_little_of_the_managed_heap_whatever_the_batch(int batch)
    {
        using var run = new Run(batch);
        for (int i = 0; i < 5; i++)
        {
            run.Step();
        }

        const int Steps = 20;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Steps; i++)
        {
            run.Step();
        }

        long perStep = (GC.GetAllocatedBytesForCurrentThread() - before) / Steps;
        Assert.InRange(perStep, 0, HeapBytesPerStep);
    }

    [Fact]
    public void A_failed_backward_gives_its_memory_back_with_the_scope()
    {
        long before = Settled();
        Fail();
        Assert.Equal(before, Settled());

        static void Fail()
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor w = ones([1000], requires_grad: true);
            Tensor x = ones(1000);
            Tensor y = (w * x * x.exp()).sum();
            x.zero_();
            Assert.Throws<InvalidOperationException>(() => y.backward());
        }
    }

    [Fact]
    public void Second_gradients_give_their_memory_back()
    {
        long before = Settled();
        Differentiate();
        Assert.Equal(before, Settled());

        static void Differentiate()
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor x = rand([50, 3], requires_grad: true);
            Tensor y = functional.layer_norm(x, [3]).exp().sum();
            Tensor g = autograd.grad([y], [x], create_graph: true)[0];
            g.square().sum().backward();
        }
    }

    [Fact]
    public void Tensors_that_nobody_disposed_of_are_given_back_by_the_collector()
    {
        long before = Settled();
        Forget();
        Assert.Equal(before, Settled());
        static void Forget() => _ = (ones(1000) * 2f).exp();
    }

    // Garbage of other tests is given back by finalizers: they run first.
    private static long Settled()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return Pool.BytesInUse;
    }

    private sealed class Run : IDisposable
    {
        private readonly int _batch;
        private readonly Sequential _net;
        private readonly LSTM _lstm = LSTM(8, 6, bidirectional: true);
        private readonly Adam _optimizer;

        public Run(int batch = 4)
        {
            _batch = batch;
            manual_seed(1);
            _net = Sequential(Conv2d(1, 4, 3), BatchNorm2d(4), ReLU(), MaxPool2d(2), Dropout(0.2), Flatten(), Linear(36, 5));
            _optimizer = optim.Adam(_net.parameters().Concat(_lstm.parameters()));
        }

        public void Step()
        {
            using DisposeScope scope = NewDisposeScope();
            _optimizer.zero_grad();
            Tensor loss = functional.cross_entropy(_net.call(rand([_batch, 1, 8, 8])), randint(5, [_batch]));
            (Tensor output, _, _) = _lstm.call(rand([5, _batch, 8]));
            (loss + output.square().mean()).backward();
            nn.utils.clip_grad_norm_(_net.parameters(), 1);
            _optimizer.step();
        }

        public void Dispose()
        {
            _optimizer.Dispose();
            _net.Dispose();
            _lstm.Dispose();
        }
    }
}
