import { ChevronRight } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { Tree as AriaTree, type Key, TreeItem, TreeItemContent } from 'react-aria-components/Tree'

export interface TreeNode {
  id: string
  label: string
  /** An emblem or an icon. */
  before?: ReactNode
  /** A line below, in a quieter tone. */
  text?: ReactNode
  /** A button or a menu of its own. */
  after?: ReactNode
  /** The row leads there. */
  href?: string
  children: readonly TreeNode[]
}

export interface TreeProps {
  /** What the tree holds; read aloud. */
  label: string
  nodes: readonly TreeNode[]
  /** The nodes whose children are shown. */
  open: ReadonlySet<string>
  onOpen: (open: Set<string>) => void
}

/**
 * Things that hold things. Arrow keys go up and down, right opens a node and goes to what can be done with it, left
 * closes it, Enter follows it; letters find a name.
 */
export function Tree({ label, nodes, open, onOpen }: TreeProps) {
  return (
    <AriaTree
      aria-label={label}
      className="ui-tree"
      items={nodes}
      selectionMode="none"
      expandedKeys={open as ReadonlySet<Key> as Set<Key>}
      onExpandedChange={(keys) => onOpen(new Set([...keys].map(String)))}
    >
      {(node) => <Node node={node} />}
    </AriaTree>
  )
}

function Node({ node }: { node: TreeNode }) {
  const { id, label, href, children } = node
  return (
    <TreeItem id={id} textValue={label} className="ui-tree-row" {...(href ? { href } : {})}>
      <TreeItemContent>
        {({ level }) => (
          <div className="ui-tree-line" style={{ '--level': level - 1 } as CSSProperties}>
            {children.length > 0 ? (
              <Button slot="chevron" className="ui-tree-chevron">
                <ChevronRight size={18} aria-hidden="true" />
              </Button>
            ) : (
              <span className="ui-tree-chevron" />
            )}
            {node.before}
            <div className="ui-row-words">
              <div className="ui-row-title">{label}</div>
              {node.text && <div className="ui-row-text">{node.text}</div>}
            </div>
            {node.after}
          </div>
        )}
      </TreeItemContent>
      <Collection items={children}>{(child: TreeNode) => <Node node={child} />}</Collection>
    </TreeItem>
  )
}
