using TorchSharp.Modules;

namespace Research.Torch.Tests.Memory;

public class DisposeScopeTests
{
    [Fact]
    public void What_is_made_in_a_scope_ends_with_it_unless_moved_out()
    {
        Tensor inner;
        Tensor moved;
        using (NewDisposeScope())
        {
            inner = ones(2);
            moved = ones(2).MoveToOuterDisposeScope();
        }

        Assert.True(inner.IsInvalid);
        Assert.False(moved.IsInvalid);
        string message = Assert.Throws<ObjectDisposedException>(() => inner + 1f).Message;
        Assert.Contains("[2]", message, StringComparison.Ordinal);
        moved.Dispose();
    }

    [Fact]
    public void A_moved_tensor_belongs_to_the_outer_scope()
    {
        Tensor moved;
        using (DisposeScope outer = NewDisposeScope())
        {
            using (DisposeScope scope = NewDisposeScope())
            {
                moved = scope.MoveToOuter(ones(2));
            }

            Assert.True(outer.Contains(moved));
            Assert.False(moved.IsInvalid);
        }

        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void A_detached_tensor_belongs_to_none()
    {
        Tensor detached;
        using (NewDisposeScope())
        {
            detached = ones(2).DetachFromDisposeScope();
        }

        Assert.Equal(2, detached.sum().item<float>());
        detached.Dispose();
    }

    [Fact]
    public void Everything_but_some_is_disposed_of()
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor kept, Tensor other) = (ones(2), ones(2));
        scope.DisposeEverythingBut(kept);
        Assert.False(kept.IsInvalid);
        Assert.True(other.IsInvalid);
    }

    [Fact]
    public void A_tensor_disposed_of_by_hand_leaves_its_scope()
    {
        using DisposeScope scope = NewDisposeScope();
        ones(2).Dispose();
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void The_graph_keeps_what_it_needs_though_the_handles_are_gone()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor w = full([2], 3f, requires_grad: true);
        Tensor y;
        using (NewDisposeScope())
        {
            Tensor square = w * w;
            y = (square * square).sum().MoveToOuterDisposeScope();
        }

        y.backward();
        Assert.Equal([108f, 108], w.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_module_made_in_a_scope_outlives_it()
    {
        BatchNorm2d norm;
        Linear linear;
        using (NewDisposeScope())
        {
            norm = nn.BatchNorm2d(2);
            linear = nn.Linear(2, 2);
        }

        Assert.All(norm.state_dict().Values, value => Assert.False(value.IsInvalid));
        Assert.All(linear.state_dict().Values, value => Assert.False(value.IsInvalid));
        norm.Dispose();
        linear.Dispose();
    }

    [Fact]
    public void Gradients_outlive_the_scope_of_their_backward()
    {
        using DisposeScope outer = NewDisposeScope();
        Tensor w = ones([2], requires_grad: true);
        using (NewDisposeScope())
        {
            (w * w).sum().backward();
        }

        using (NewDisposeScope())
        {
            (w * w).sum().backward();
        }

        Assert.Equal([4f, 4], w.grad!.data<float>().ToArray());
    }
}
